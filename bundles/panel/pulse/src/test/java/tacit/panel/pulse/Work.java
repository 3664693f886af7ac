package tacit.panel.pulse;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tacit.api.pulse.PulseDesk.Handoff;
import tacit.api.pulse.TriggerStatus;
import tacit.api.pulse.Triggers;
import tacit.api.pulse.Twins;

/** The panels of work that is started, comes in or comes due. */
final class Work {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    final DispatchesPanel dispatches = new DispatchesPanel();
    final SchedulesPanel schedules = new SchedulesPanel();
    final TwinsPanel twins = new TwinsPanel();
    final List<TriggerStatus> triggers = new ArrayList<>();
    private final Stores stores;

    Work(Stores stores) {
        this.stores = stores;
        triggers.add(trigger("mail", "default", "The mailbox does not answer"));
        triggers.add(trigger("far", "elsewhere", "Another"));
    }

    Work whole(Twins given) {
        stores.whole();
        dispatches.desk = stores.beats;
        dispatches.profiles = stores.profiles;
        schedules.desk = stores.beats;
        schedules.profiles = stores.profiles;
        schedules.triggers = new Triggers() {
            @Override
            public List<TriggerStatus> status() {
                return triggers;
            }

            @Override
            public List<String> kinds() {
                return List.of("files", "schedule");
            }
        };
        twins.twins = given;
        return this;
    }

    static Handoff handoff(String id, String workspace, String text) {
        return new Handoff(
                id, "p1", workspace, text, "Write the report. " + text, "37 14 * * *", NOON.plusSeconds(9000), "d1");
    }

    static TriggerStatus trigger(String id, String workspace, String problem) {
        return new TriggerStatus(
                id,
                "mailbox",
                workspace,
                null,
                TriggerStatus.State.FAILING,
                List.of(problem),
                NOON.minusSeconds(600),
                NOON.plusSeconds(600),
                new TriggerStatus.Counts(12, 7, 1, 2, 3));
    }
}
