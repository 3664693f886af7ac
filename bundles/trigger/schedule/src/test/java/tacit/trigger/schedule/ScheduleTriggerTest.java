package tacit.trigger.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.api.pulse.SignalDraft;
import tacit.api.pulse.SignalFamily;
import tacit.api.pulse.SignalSource;
import tacit.api.pulse.TriggerConfiguration;
import tacit.api.pulse.TriggerIngress;
import tacit.api.pulse.TriggerReading;
import tacit.api.pulse.Urgency;

class ScheduleTriggerTest {

    private static final Instant NINE = Instant.parse("2026-03-04T09:00:00Z");

    private final ScheduleTrigger trigger = new ScheduleTrigger();

    private static TriggerConfiguration with(Map<String, String> options) {
        return new TriggerConfiguration("morning", "schedule", "w1", "p1", options);
    }

    private TriggerReading read(Map<String, String> options, @Nullable String previous, Instant at) {
        Instant before = previous == null ? null : Instant.parse(previous);
        return trigger.read(with(options), new TriggerIngress(at, before, Map.of("kept", "1"), null, List.of()));
    }

    private SignalDraft only(Map<String, String> options, String previous, Instant at) {
        List<SignalDraft> drafts = read(options, previous, at).signals();
        assertThat(drafts).hasSize(1);
        return drafts.get(0);
    }

    @Test
    void tr01TellsOfATimeThatCameAsTheWakeRequestsOfSchedules() {
        SignalDraft draft = only(Map.of("cron", "0 9 * * *"), "2026-03-04T08:59:00Z", NINE);

        assertThat(draft.family()).isEqualTo(SignalFamily.MAINTENANCE);
        assertThat(draft.source()).isEqualTo(SignalSource.CRON);
        assertThat(draft.urgency()).isEqualTo(Urgency.LOW);
        assertThat(draft.confidence()).isEqualTo(.5);
        assertThat(draft.workspaceId()).isEqualTo("w1");
        assertThat(draft.reason()).isEqualTo("The time of schedule morning has come");
        assertThat(draft.payload()).containsEntry("schedule", "0 9 * * *").containsEntry("time", NINE.toString());
    }

    @Test
    void tr02AsksForALookAtOnceWhereAnOperatorSaysSo() {
        SignalDraft draft = only(Map.of("cron", "0 9 * * *", "now", "true"), "2026-03-04T08:59:00Z", NINE);

        assertThat(draft.family()).isEqualTo(SignalFamily.URGENT_INTERRUPT);
        assertThat(draft.urgency()).isEqualTo(Urgency.CRITICAL);
        assertThat(draft.confidence()).isEqualTo(1);
    }

    @Test
    void tr07CatchesUpWithTheLastOfManyMissedTimes() {
        SignalDraft draft = only(Map.of("cron", "*/5 * * * *"), "2026-03-01T00:00:00Z", NINE.plusSeconds(130));

        assertThat(draft.payload()).containsEntry("time", NINE.toString());
    }

    @Test
    void tellsNothingBetweenTimes() {
        assertThat(read(Map.of("cron", "0 9 * * *"), "2026-03-04T09:00:00Z", NINE.plusSeconds(3600))
                        .signals())
                .isEmpty();
    }

    @Test
    void doesNotLookBackBeforeItWasFirstSeen() {
        TriggerReading reading = read(Map.of("cron", "* * * * *"), null, NINE);

        assertThat(reading.signals()).isEmpty();
        assertThat(reading.memory()).containsEntry("kept", "1");
    }

    @Test
    void keepsTheTimeOfAZone() {
        Map<String, String> berlin = Map.of("cron", "0 9 * * *", "timezone", "Europe/Berlin");

        assertThat(only(berlin, "2026-03-04T07:00:00Z", NINE).payload())
                .containsEntry("time", "2026-03-04T08:00:00Z")
                .containsEntry("local", "2026-03-04T09:00");
    }

    @Test
    void takesWhatOperatorsSayOfItsSignals() {
        Map<String, String> options = Map.of(
                "cron",
                "0 9 * * *",
                "reason",
                "Stand-up",
                "family",
                "open_loop_pressure",
                "urgency",
                "high",
                "confidence",
                ".8");

        SignalDraft draft = only(options, "2026-03-04T08:59:00Z", NINE);

        assertThat(draft.reason()).isEqualTo("Stand-up");
        assertThat(draft.family()).isEqualTo(SignalFamily.OPEN_LOOP_PRESSURE);
        assertThat(draft.urgency()).isEqualTo(Urgency.HIGH);
        assertThat(draft.confidence()).isEqualTo(.8);
    }

    @Test
    void isTheSameSignalEachTime() {
        Map<String, String> daily = Map.of("cron", "0 9 * * *");

        assertThat(only(daily, "2026-03-04T08:59:00Z", NINE).fingerprint())
                .isEqualTo(only(daily, "2026-03-05T08:59:00Z", NINE.plusSeconds(86_400))
                        .fingerprint())
                .isEqualTo("cron:next:morning:the time of schedule morning has come");
    }

    @Test
    void isAskedEachMinute() {
        assertThat(trigger.plan(with(Map.of("cron", "@daily"))).problems()).isEmpty();
        assertThat(trigger.plan(with(Map.of("cron", "@daily"))).every()).hasMinutes(1);
        assertThat(trigger.plan(with(Map.of("cron", "@daily"))).requests()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cron| |cron must be given",
                "cron|never|cron: expression must have five fields, got 1",
                "timezone|Middle/Earth|timezone must name one",
                "family|noise|family must be one of urgent_interrupt, focus_state",
                "urgency|7|urgency must be one of low, medium, high, critical, got '7'",
                "confidence|1.5|confidence must be in [0, 1], got '1.5'",
                "now|maybe|now must be true or false",
                "cron.at|x|option 'cron.at' is unknown: schedule knows confidence, cron, family, now, reason, timezone, urgency"
            })
    void refusesOptionsThatMakeNoSense(String option, @Nullable String value, String problem) {
        Map<String, String> options = new TreeMap<>(Map.of("cron", "@daily"));
        options.put(option, value == null ? " " : value);

        assertThat(trigger.plan(with(options)).problems())
                .singleElement()
                .asString()
                .startsWith(problem);
        assertThat(read(options, "2026-03-01T00:00:00Z", NINE).signals()).isEmpty();
    }
}
