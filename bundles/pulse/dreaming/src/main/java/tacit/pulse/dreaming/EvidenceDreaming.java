package tacit.pulse.dreaming;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.api.harness.Role;
import tacit.api.reflect.Dream;
import tacit.api.reflect.DreamingService;
import tacit.api.reflect.DreamingSituation;

/** Dreams by rules over single sentences; no model takes part. Stateless. */
@Component(property = Role.PROPERTY + "=dreaming")
@Designate(ocd = EvidenceDreaming.Config.class)
public final class EvidenceDreaming implements DreamingService {

    private static final int MOST = 100;

    /** What is worth a proposal. */
    @ObjectClassDefinition(name = "Tacit dreaming")
    public @interface Config {

        @AttributeDefinition(
                name = "Most proposals",
                description = "So many drafts of one situation at most, the surest first, in [1, 100]",
                min = "1",
                max = "100")
        int most_drafts() default 20;

        @AttributeDefinition(
                name = "Least confidence",
                description = "Drafts that are less sure are dropped, in percent, in [0, 100]",
                min = "0",
                max = "100")
        int least_confidence_percent() default 50;
    }

    private final int most;
    private final double floor;
    private final Corrections corrections = new Corrections();
    private final Additions additions = new Additions();

    @Activate
    public EvidenceDreaming(Config config) {
        most = within("most.drafts", config.most_drafts(), 1);
        floor = within("least.confidence.percent", config.least_confidence_percent(), 0) / 100.0;
    }

    private static int within(String name, int value, int least) {
        if (value < least || value > MOST) {
            throw new IllegalArgumentException(name + " must be in [" + least + ", " + MOST + "], got " + value);
        }
        return value;
    }

    @Override
    public Dream dream(DreamingSituation situation) {
        Sketch sketch = new Sketch(situation);
        Entries.look(sketch);
        Stale.look(sketch);
        Calls.look(sketch);
        corrections.look(sketch);
        additions.look(sketch);
        Matter.look(sketch);
        if (sketch.isEmpty()) {
            Topics.look(sketch);
        }
        return sketch.done(most, floor);
    }
}
