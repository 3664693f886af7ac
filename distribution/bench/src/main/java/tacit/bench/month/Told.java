package tacit.bench.month;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import tacit.api.pulse.SignalDraft;
import tacit.api.pulse.SignalFamily;
import tacit.api.pulse.SignalSource;
import tacit.api.pulse.Urgency;

/** What happens in the workspaces, as signals: the same for the same plan, whatever was told before. Immutable. */
final class Told {

    /** Marks evidence of own work, so that what it leads to can be found. */
    static final String OWN = "own:";

    private static final int TOPICS = 40;
    private static final SignalFamily[] FAMILIES = SignalFamily.values();

    private final Plan plan;

    Told(Plan plan) {
        this.plan = plan;
    }

    /** How many are told before a step begins. */
    long until(int step) {
        return (long) plan.signals() * step / plan.steps();
    }

    /**
     * What is told within a step.
     *
     * @param work the last execution of a profile, of which some are the echo
     */
    List<SignalDraft> in(int step, Work work) {
        List<SignalDraft> drafts = new ArrayList<>();
        for (long number = until(step); number < until(step + 1); number++) {
            SplittableRandom chance = new SplittableRandom(plan.seed() * 1_000_003 + number);
            drafts.add(draft(number, plan.at(step), chance, work));
        }
        return drafts;
    }

    private SignalDraft draft(long number, Instant at, SplittableRandom chance, Work work) {
        int profile = chance.nextInt(plan.profiles());
        int topic = Math.min(chance.nextInt(TOPICS), chance.nextInt(TOPICS));
        double urgent = chance.nextDouble();
        String origin = chance.nextInt(20) == 0 ? work.last(Plan.workspace(profile)) : null;
        String reason = Topics.words(topic) + " came up in " + Plan.workspace(profile);
        return new SignalDraft(
                Plan.workspace(profile),
                work.profile(profile),
                FAMILIES[topic % FAMILIES.length],
                SignalSource.HOOK,
                urgency(urgent),
                chance.nextDouble() * .75,
                (origin == null ? "topic-" : "echo-") + topic,
                null,
                reason,
                List.of(evidence(number, origin)),
                Map.of("topic", Integer.toString(topic), "at", at.toString()),
                origin);
    }

    /** The number of the telling that is behind some evidence. */
    static long number(String evidence) {
        return Long.parseLong(evidence.substring(evidence.indexOf(':') + 1));
    }

    private static String evidence(long number, @Nullable String origin) {
        return origin == null ? "event:" + number : OWN + number;
    }

    private static Urgency urgency(double chance) {
        if (chance < .002) {
            return Urgency.CRITICAL;
        }
        return chance < .01 ? Urgency.HIGH : chance < .3 ? Urgency.MEDIUM : Urgency.LOW;
    }
}
