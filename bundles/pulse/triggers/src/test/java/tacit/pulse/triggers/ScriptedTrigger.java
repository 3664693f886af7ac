package tacit.pulse.triggers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.pulse.SignalDraft;
import tacit.api.pulse.SignalFamily;
import tacit.api.pulse.SignalSource;
import tacit.api.pulse.Trigger;
import tacit.api.pulse.TriggerConfiguration;
import tacit.api.pulse.TriggerIngress;
import tacit.api.pulse.TriggerPlan;
import tacit.api.pulse.TriggerReading;

/** Tells one signal for each ingress and counts them in its memory; notes what it was asked. */
final class ScriptedTrigger implements Trigger {

    TriggerPlan plan;
    final List<TriggerIngress> asked = new ArrayList<>();
    int plans;

    @Nullable
    RuntimeException failure;

    List<SignalDraft> extra = List.of();
    Map<String, String> memory = Map.of();

    ScriptedTrigger(TriggerPlan plan) {
        this.plan = plan;
    }

    static ScriptedTrigger each(Duration every) {
        return new ScriptedTrigger(new TriggerPlan(List.of(), every, List.of(), false, false, List.of()));
    }

    static ScriptedTrigger ofRequests(String... headers) {
        return new ScriptedTrigger(new TriggerPlan(List.of(), null, List.of(), false, true, List.of(headers)));
    }

    static ScriptedTrigger ofFiles(boolean content, String... patterns) {
        return new ScriptedTrigger(new TriggerPlan(List.of(), null, List.of(patterns), content, false, List.of()));
    }

    @Override
    public TriggerPlan plan(TriggerConfiguration configuration) {
        plans++;
        return plan;
    }

    @Override
    public TriggerReading read(TriggerConfiguration configuration, TriggerIngress ingress) {
        asked.add(ingress);
        if (failure != null) {
            throw failure;
        }
        int count = Integer.parseInt(ingress.memory().getOrDefault("count", "0")) + 1;
        List<SignalDraft> drafts = new ArrayList<>(extra);
        drafts.add(draft("came " + count));
        Map<String, String> next = new TreeMap<>(memory);
        next.put("count", String.valueOf(count));
        return new TriggerReading(drafts, next);
    }

    static SignalDraft draft(String reason) {
        return SignalDraft.of("elsewhere", SignalFamily.MAINTENANCE, SignalSource.HOOK, reason)
                .withFingerprint("scripted");
    }
}
