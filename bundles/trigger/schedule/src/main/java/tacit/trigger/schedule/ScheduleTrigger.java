package tacit.trigger.schedule;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import tacit.api.harness.Role;
import tacit.api.pulse.SignalDraft;
import tacit.api.pulse.SignalFamily;
import tacit.api.pulse.SignalSource;
import tacit.api.pulse.Trigger;
import tacit.api.pulse.TriggerConfiguration;
import tacit.api.pulse.TriggerIngress;
import tacit.api.pulse.TriggerPlan;
import tacit.api.pulse.TriggerReading;
import tacit.api.pulse.Urgency;
import tacit.trigger.times.CronTimes;
import tacit.trigger.words.Options;

/** Tells of times that came, as a cron expression names them: of several that were missed, of the last one. Immutable. */
@Component(property = Role.PROPERTY + "=trigger/schedule")
public final class ScheduleTrigger implements Trigger {

    /** What an operator asked for. */
    private record Schedule(
            @Nullable CronTimes times,
            ZoneId zone,
            String reason,
            boolean now,
            SignalFamily family,
            Urgency urgency,
            double confidence,
            List<String> problems) {}

    @Override
    public TriggerPlan plan(TriggerConfiguration configuration) {
        Schedule schedule = schedule(configuration);
        return new TriggerPlan(schedule.problems(), Duration.ofMinutes(1), List.of(), false, false, List.of());
    }

    @Override
    public TriggerReading read(TriggerConfiguration configuration, TriggerIngress ingress) {
        Schedule schedule = schedule(configuration);
        CronTimes times = schedule.times();
        Instant previous = ingress.previous();
        if (times == null || previous == null || !schedule.problems().isEmpty()) {
            return TriggerReading.nothing(ingress);
        }
        Optional<Instant> due = times.latest(previous, ingress.at(), schedule.zone());
        return due.map(time -> told(configuration, schedule, ingress, time))
                .orElseGet(() -> TriggerReading.nothing(ingress));
    }

    private static TriggerReading told(
            TriggerConfiguration configuration, Schedule schedule, TriggerIngress ingress, Instant time) {
        SignalDraft draft = SignalDraft.of(
                        configuration.workspaceId(), schedule.family(), SignalSource.CRON, schedule.reason())
                .withUrgency(schedule.urgency(), schedule.confidence())
                .withFingerprint(fingerprint(configuration, schedule))
                .withPayload(Map.of(
                        "schedule", String.valueOf(schedule.times()),
                        "time", time.toString(),
                        "local", time.atZone(schedule.zone()).toLocalDateTime().toString()));
        return new TriggerReading(List.of(draft), ingress.memory());
    }

    private static String fingerprint(TriggerConfiguration configuration, Schedule schedule) {
        return String.join(
                ":",
                "cron",
                schedule.now() ? "now" : "next",
                configuration.id(),
                schedule.reason().toLowerCase(Locale.ROOT));
    }

    private static Schedule schedule(TriggerConfiguration configuration) {
        Options options = new Options(configuration);
        CronTimes times = times(options);
        ZoneId zone = zone(options);
        boolean now = options.truth("now", false);
        return new Schedule(
                times,
                zone,
                options.text("reason", "The time of schedule " + configuration.id() + " has come"),
                now,
                options.family(now ? SignalFamily.URGENT_INTERRUPT : SignalFamily.MAINTENANCE),
                options.urgency(now ? Urgency.CRITICAL : Urgency.LOW),
                options.share("confidence", now ? 1 : .5),
                options.problems());
    }

    private static @Nullable CronTimes times(Options options) {
        String cron = options.needed("cron");
        try {
            return cron.isEmpty() ? null : CronTimes.parse(cron);
        } catch (IllegalArgumentException e) {
            options.problem("cron: " + e.getMessage());
            return null;
        }
    }

    private static ZoneId zone(Options options) {
        String zone = options.text("timezone", "UTC");
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            options.problem("timezone must name one, such as Europe/Berlin, got '" + zone + "'");
            return ZoneOffset.UTC;
        }
    }
}
