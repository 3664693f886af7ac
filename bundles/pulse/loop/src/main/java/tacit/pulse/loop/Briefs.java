package tacit.pulse.loop;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.api.execute.TaskBrief;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.AutomationProfiles;
import tacit.api.pulse.PulseRun;
import tacit.api.pulse.PulseSituation.Limits;

/** Makes the brief of a dispatch: named by its run, so that given twice it is done once. Thread-safe. */
@Component(service = Briefs.class)
@Designate(ocd = Briefs.Config.class)
public final class Briefs {

    private static final int MOST_MINUTES = 1440;

    private final AutomationProfiles profiles;
    private final Budgets budgets;
    private final Asking asking;
    private final Duration timeout;

    /** What bounds a task. */
    @ObjectClassDefinition(name = "Tacit dispatched tasks")
    public @interface Config {

        @AttributeDefinition(
                name = "Time for a task",
                description = "Minutes after which a dispatched task is stopped, in [1, 1440]",
                min = "1",
                max = "1440")
        int task_minutes() default 60;
    }

    @Activate
    public Briefs(
            @Reference AutomationProfiles profiles,
            @Reference Budgets budgets,
            @Reference Asking asking,
            Config config) {
        this(profiles, budgets, asking, config.task_minutes());
    }

    Briefs(AutomationProfiles profiles, Budgets budgets, Asking asking, int minutes) {
        if (minutes < 1 || minutes > MOST_MINUTES) {
            throw new IllegalArgumentException("task.minutes must be in [1, 1440], got " + minutes);
        }
        this.profiles = profiles;
        this.budgets = budgets;
        this.asking = asking;
        this.timeout = Duration.ofMinutes(minutes);
    }

    /** What an executor gets; what is left of the day's tokens and money bounds it, but for what was asked by hand. */
    TaskBrief of(Dispatch dispatch, Instant now) {
        PulseRun run = dispatch.run();
        Plan plan = dispatch.plan();
        Limits limits = limits(dispatch, now);
        Map<String, String> attributes = new LinkedHashMap<>(plan.attributes());
        attributes.put("dispatch", run.id());
        return new TaskBrief(
                run.id(),
                run.profileId(),
                Asking.workspace(run),
                plan.userId(),
                run.source(),
                run.id(),
                plan.title(),
                plan.prompt(),
                plan.context(),
                run.evidence(),
                null,
                null,
                timeout,
                limits == null ? 0 : left(limits.tokensPerDay(), limits.tokensToday()),
                limits == null ? 0 : left(limits.costPerDay(), limits.costToday()),
                asking.config(run.profileId()),
                attributes);
    }

    private @Nullable Limits limits(Dispatch dispatch, Instant now) {
        if (dispatch.plan().by() != null) {
            return null;
        }
        return profiles.find(dispatch.run().profileId())
                .map((AutomationProfile profile) -> budgets.of(profile, now, true))
                .orElse(null);
    }

    private static long left(long most, long used) {
        return most == 0 ? 0 : Math.max(1, most - used);
    }
}
