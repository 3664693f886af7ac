package tacit.pulse.triggers;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.pulse.Trigger;
import tacit.api.pulse.TriggerPlan;

/** What triggers need, as far as the host can give it. Thread-safe. */
@Component(service = Planning.class)
public final class Planning {

    private static final int MOST_PATTERNS = 50;
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private final Tallies tallies;
    private final FolderLook look;
    private final Calls calls;

    @Activate
    public Planning(@Reference Tallies tallies, @Reference FolderLook look, @Reference Calls calls) {
        this.tallies = tallies;
        this.look = look;
        this.calls = calls;
    }

    /** The plan, with what is wrong for this host; asked for again when it may have changed. */
    TriggerPlan plan(TriggerSource source, Trigger trigger, Instant now) {
        Tally tally = tallies.of(source.id());
        TriggerPlan plan = tally.plan(source, now);
        if (plan == null) {
            plan = checked(source, calls.plan(source, trigger));
            tally.planned(source, plan, now);
        }
        return plan;
    }

    private TriggerPlan checked(TriggerSource source, TriggerPlan plan) {
        List<String> problems = new ArrayList<>(plan.problems());
        if (plan.every() != null && plan.every().compareTo(SHORTEST) < 0) {
            problems.add("It wants to be asked more often than each second");
        }
        if (plan.files().size() > MOST_PATTERNS) {
            problems.add("It wants to watch more than " + MOST_PATTERNS + " patterns");
        }
        String workspace = source.configuration().workspaceId();
        if (problems.isEmpty() && !plan.files().isEmpty() && !plan.requests() && !look.hasFolder(workspace)) {
            problems.add("Workspace '" + workspace + "' has no folder");
        }
        for (String pattern : plan.files()) {
            try {
                Glob.of(pattern.startsWith("!") ? pattern.substring(1) : pattern);
            } catch (IllegalArgumentException e) {
                problems.add(e.getMessage() + ", got '" + pattern + "'");
            }
        }
        return new TriggerPlan(problems, plan.every(), plan.files(), plan.content(), plan.requests(), plan.headers());
    }
}
