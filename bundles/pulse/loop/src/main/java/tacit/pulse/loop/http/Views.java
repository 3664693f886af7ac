package tacit.pulse.loop.http;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.api.pulse.CoreTrace;
import tacit.api.pulse.ProactiveTask;
import tacit.api.pulse.ProfileSettings;
import tacit.api.pulse.ProfileTuning;
import tacit.api.pulse.PulseDecision;
import tacit.api.pulse.PulseDesk.Handoff;
import tacit.api.pulse.PulseDesk.PulseReport;
import tacit.api.pulse.PulseDesk.Standing;
import tacit.api.pulse.PulseRun;
import tacit.api.pulse.PulseSituation;
import tacit.api.store.Page;

/** What is answered, by the names of the model; what is not known is left out. */
final class Views {

    private Views() {}

    static Map<String, @Nullable Object> page(Page<PulseRun> page) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("rows", page.rows().stream().map(Views::run).toList());
        view.put("offset", page.offset());
        view.put("total", page.total());
        view.put("hasMore", page.hasMore());
        return view;
    }

    static Map<String, @Nullable Object> run(PulseRun run) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("id", run.id());
        put(view, "parentId", run.parentId());
        view.put("profileId", run.profileId());
        view.put("type", word(run.type()));
        put(view, "kind", word(run.kind()));
        view.put("state", word(run.state()));
        view.put("source", run.source());
        view.put("reason", run.reason());
        put(view, "outcome", word(run.outcome()));
        put(view, "rule", run.rule());
        put(view, "summary", run.summary());
        put(view, "error", run.error());
        put(view, "executionId", run.executionId());
        put(view, "approvalId", run.approvalId());
        put(view, "traceId", run.traceId());
        view.put("evidence", run.evidence());
        view.put("tokens", run.cost().tokens());
        view.put("micros", run.cost().micros());
        put(view, "createdAt", time(run.createdAt()));
        put(view, "startedAt", time(run.startedAt()));
        put(view, "endedAt", time(run.endedAt()));
        return view;
    }

    static Map<String, @Nullable Object> report(PulseReport report) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        put(view, "stopped", report.stopped().isEmpty() ? null : report.stopped());
        put(view, "run", report.run() == null ? null : run(report.run()));
        put(view, "decision", report.decision() == null ? null : decision(report.decision()));
        put(
                view,
                "limits",
                report.situation() == null ? null : limits(report.situation().limits()));
        put(view, "dispatch", report.dispatch() == null ? null : run(report.dispatch()));
        put(view, "reflectionId", report.reflectionId());
        put(view, "dreamingId", report.dreamingId());
        put(view, "dreamingCandidates", report.dreamingId() == null ? null : report.dreamingCandidates());
        return view;
    }

    private static Map<String, @Nullable Object> decision(PulseDecision decision) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("outcome", word(decision.outcome()));
        put(view, "dispatch", word(decision.dispatch()));
        view.put("rule", decision.rule());
        view.put("reason", decision.reason());
        view.put("strength", decision.strength());
        view.put("signals", decision.signalIds());
        view.put("compressed", decision.compressed());
        view.put("checklist", decision.checklistIds());
        view.put("proactive", decision.proactiveIds());
        view.put("evidence", decision.evidence());
        view.put("explained", decision.explained());
        return view;
    }

    private static Map<String, @Nullable Object> limits(PulseSituation.Limits limits) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        put(view, "inFlight", limits.inFlight());
        put(view, "cooldownUntil", time(limits.cooldownUntil()));
        view.put("dispatchesToday", limits.dispatchesToday());
        view.put("tokensToday", limits.tokensToday());
        view.put("tokensPerDay", limits.tokensPerDay());
        view.put("microsToday", limits.costToday());
        view.put("microsPerDay", limits.costPerDay());
        view.put("interruptionsToday", limits.interruptionsToday());
        view.put("interruptionsPerDay", limits.interruptionsPerDay());
        return view;
    }

    static Map<String, @Nullable Object> standing(Standing standing) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("profileId", standing.profile().id());
        view.put("enabled", standing.profile().settings().enabled());
        view.put("stance", word(standing.profile().settings().stance()));
        view.put("status", word(standing.profile().state().status()));
        put(view, "lastPulseAt", time(standing.profile().state().lastPulseAt()));
        put(view, "lastPulseResult", word(standing.profile().state().lastPulseResult()));
        put(view, "lastDispatchAt", time(standing.profile().state().lastDispatchAt()));
        put(view, "lastDispatchKind", word(standing.profile().state().lastDispatchKind()));
        put(view, "nextPulseAt", time(standing.nextPulseAt()));
        ProfileSettings own = standing.profile().settings();
        ProfileSettings counts = standing.tuning().over(own);
        view.put("dispatchesPerDay", counts.maxDispatchesPerDay());
        view.put("own", tuned(own));
        put(view, "laidOver", standing.tuning().isNone() ? null : laid(standing.tuning()));
        view.put("counts", tuned(counts));
        view.put("limits", limits(standing.limits()));
        put(
                view,
                "deferred",
                standing.deferral() == null ? null : standing.deferral().summary());
        view.put("checklistDue", standing.checklistDue());
        view.put("proactiveDue", standing.proactiveDue());
        view.put("running", standing.running());
        return view;
    }

    private static Map<String, @Nullable Object> tuned(ProfileSettings settings) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("cadenceMinutes", settings.cadence().toMinutes());
        view.put("dispatchCooldownMinutes", settings.dispatchCooldown().toMinutes());
        view.put("maxDispatchesPerDay", settings.maxDispatchesPerDay());
        return view;
    }

    private static Map<String, @Nullable Object> laid(ProfileTuning tuning) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        put(view, "cadenceMinutes", tuning.cadenceMinutes());
        put(view, "dispatchCooldownMinutes", tuning.cooldownMinutes());
        put(view, "maxDispatchesPerDay", tuning.dispatchesPerDay());
        return view;
    }

    static Map<String, @Nullable Object> proactive(ProactiveTask task) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("id", task.id());
        view.put("name", task.name());
        view.put("description", task.description());
        view.put("category", task.category());
        view.put("promptTemplate", task.promptTemplate());
        view.put("frequencyMinutes", task.frequencyMinutes());
        put(view, "executionMode", word(task.executionMode()));
        view.put("minSignalStrength", task.minSignalStrength());
        view.put("priority", task.priority());
        view.put("enabled", task.enabled());
        return view;
    }

    static Map<String, @Nullable Object> schedule(Handoff schedule) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("id", schedule.id());
        view.put("profileId", schedule.profileId());
        view.put("name", schedule.name());
        view.put("prompt", schedule.prompt());
        view.put("cron", schedule.cron());
        put(view, "nextAt", time(schedule.nextAt()));
        put(view, "lastRunId", schedule.lastRunId());
        return view;
    }

    static Map<String, @Nullable Object> trace(CoreTrace.Whole whole) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("id", whole.trace().id());
        view.put("status", word(whole.trace().status()));
        put(view, "result", whole.trace().result());
        put(view, "response", whole.trace().response());
        put(view, "summary", whole.trace().summary());
        view.put("events", whole.events().stream().map(Views::event).toList());
        return view;
    }

    private static Map<String, @Nullable Object> event(CoreTrace.Event event) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("phase", word(event.phase()));
        view.put("type", event.type());
        view.put("summary", event.summary());
        view.put("details", event.details());
        put(view, "at", time(event.at()));
        return view;
    }

    private static void put(Map<String, @Nullable Object> view, String name, @Nullable Object value) {
        if (value != null) {
            view.put(name, value);
        }
    }

    private static @Nullable String word(@Nullable Enum<?> value) {
        return value == null ? null : value.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String time(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
