package tacit.runtime.itest.contract;

import static tacit.runtime.itest.contract.Scenes.NOW;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.api.pulse.Checklist;
import tacit.api.pulse.Trigger;
import tacit.api.pulse.TriggerConfiguration;
import tacit.api.pulse.TriggerIngress;
import tacit.api.pulse.TriggerIngress.Change;
import tacit.api.pulse.TriggerIngress.Request;
import tacit.api.pulse.TriggerIngress.WatchedFile;
import tacit.api.pulse.TriggerReading;

/** What each trigger is asked with options of every kind, of which it knows its own; and what a checklist is asked. */
final class TriggerScenes {

    private static final List<Map<String, String>> OPTIONS =
            List.of(Map.of(), Map.of("cron", "0 9 * * *"), Map.of("patterns", "**"), Map.of("reason.at", "/subject"));

    private TriggerScenes() {}

    static void trigger(Trigger trigger, String workspace) {
        for (Map<String, String> options : OPTIONS) {
            TriggerConfiguration configuration = new TriggerConfiguration("scene", "scene", workspace, null, options);
            trigger.plan(configuration);
            TriggerReading first = trigger.read(configuration, ingress(Map.of(), null, "main"));
            trigger.read(configuration, ingress(first.memory(), null, "other"));
            trigger.read(
                    configuration,
                    ingress(
                            first.memory(),
                            new Request(Map.of(), "{\"event\":\"sync\",\"subject\":\"Hens\"}"),
                            "other"));
        }
    }

    private static TriggerIngress ingress(Map<String, String> memory, @Nullable Request request, String branch) {
        WatchedFile head = new WatchedFile(".git/HEAD", Change.CHANGED, NOW, 21, "ref: refs/heads/" + branch + "\n");
        return new TriggerIngress(NOW, NOW.minus(Duration.ofDays(1)), memory, request, List.of(head));
    }

    static void checklist(Checklist checklist, String workspace) {
        checklist.parse("## Every day in " + workspace + "\n- [ ] Look at the backups\n## Weekly\n* Count\n");
    }
}
