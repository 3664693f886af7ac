package tacit.learn.evals.replay;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.ComponentServiceObjects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.harness.Harness;
import tacit.api.harness.HarnessView;
import tacit.api.harness.RoleStatus;

/** The harness, sought when it is first asked: cases are wanted while it is being started, and then it is not there yet. Thread-safe. */
@Component(service = SoughtHarness.class)
public final class SoughtHarness implements Harness {

    private final Supplier<@Nullable Harness> sought;
    private volatile @Nullable Harness found;

    @Activate
    public SoughtHarness(@Reference ComponentServiceObjects<Harness> harness) {
        this((Supplier<@Nullable Harness>) harness::getService);
    }

    SoughtHarness(Supplier<@Nullable Harness> sought) {
        this.sought = sought;
    }

    private Harness harness() {
        Harness known = found;
        if (known == null) {
            known = sought.get();
            found = known;
        }
        if (known == null) {
            throw new IllegalStateException("The harness is not there yet");
        }
        return known;
    }

    @Override
    public List<RoleStatus> roles() {
        return harness().roles();
    }

    @Override
    public HarnessView view() {
        return harness().view();
    }

    @Override
    public long unrecorded() {
        return harness().unrecorded();
    }

    @Override
    public List<String> alarms() {
        return harness().alarms();
    }
}
