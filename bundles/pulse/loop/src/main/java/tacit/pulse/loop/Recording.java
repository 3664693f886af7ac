package tacit.pulse.loop;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.CorePhase;
import tacit.api.pulse.CoreSurface;
import tacit.api.pulse.CoreTrace;
import tacit.api.pulse.CoreTraceDraft;
import tacit.api.pulse.CoreTraceKind;
import tacit.api.pulse.CoreTraceStatus;
import tacit.api.pulse.CoreTraces;

/** Keeps the cycles of pulses as core traces. Thread-safe. */
@Component(service = Recording.class)
public final class Recording {

    private final CoreTraces traces;

    @Activate
    public Recording(@Reference CoreTraces traces) {
        this.traces = traces;
    }

    private static CoreTraceDraft draft(AutomationProfile profile, CoreSurface surface, String runId) {
        return new CoreTraceDraft(
                profile.id(),
                profile.workspaceId(),
                "agent_role:" + profile.agentRoleId(),
                surface,
                CoreTraceKind.PULSE_CYCLE,
                runId,
                null);
    }

    /** A pulse that ends at once; answers the id of its trace. */
    String whole(AutomationProfile profile, String runId, Decided decided, Instant now) {
        return traces.whole(
                        draft(profile, CoreSurface.HEARTBEAT, runId),
                        events(profile, runId, decided, now),
                        CoreTraceStatus.COMPLETED,
                        decided.reason(),
                        null)
                .id();
    }

    /** A pulse that has something to do; answers the id of its trace, which goes on. */
    String begin(AutomationProfile profile, String runId, Decided decided, Instant now) {
        String id = traces.begin(draft(profile, CoreSurface.HEARTBEAT, runId)).id();
        for (CoreTrace.Event event : events(profile, runId, decided, now)) {
            traces.step(id, event.type(), event.phase(), event.type(), event.summary(), event.details());
        }
        return id;
    }

    private static List<CoreTrace.Event> events(AutomationProfile profile, String runId, Decided decided, Instant now) {
        List<CoreTrace.Event> events = new ArrayList<>();
        events.add(new CoreTrace.Event(
                CorePhase.START,
                "heartbeat.pulse_started",
                decided.situation().manual() ? "asked for by hand" : "by itself",
                Map.of("agentRoleId", profile.agentRoleId(), "workspaceId", profile.workspaceId(), "runId", runId),
                now));
        events.add(decision(decided, now));
        return events;
    }

    private static CoreTrace.Event decision(Decided decided, Instant now) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("rule", decided.rule());
        details.put("outcome", Spans.lower(decided.outcome()));
        details.put(
                "signalCount", Integer.toString(decided.situation().signals().size()));
        details.put("compressedSignalCount", Long.toString(decided.decision().compressed()));
        details.put("strength", Double.toString(decided.decision().strength()));
        details.put("explained", String.join("; ", decided.decision().explained()));
        String type = type(decided);
        boolean gating = type.equals("heartbeat.gated")
                || type.equals("heartbeat.deferred")
                || type.equals("heartbeat.dispatch_skipped");
        return new CoreTrace.Event(
                gating ? CorePhase.GATING : CorePhase.DECISION, type, decided.reason(), details, now);
    }

    private static String type(Decided decided) {
        if (decided.deferred()) {
            return "heartbeat.deferred";
        }
        if (decided.kind() != null) {
            return "heartbeat.decided";
        }
        if (decided.skipped()) {
            return "heartbeat.dispatch_skipped";
        }
        return decided.rule().equals("active_hours") ? "heartbeat.gated" : "heartbeat.idle";
    }

    void dispatched(String traceId, Dispatch dispatch) {
        Map<String, String> details = Spans.details(dispatch.run());
        details.put("reason", dispatch.run().reason());
        traces.step(
                traceId,
                "dispatch_started:" + dispatch.id(),
                CorePhase.DISPATCH,
                "heartbeat.dispatch_started",
                dispatch.plan().title(),
                details);
    }

    void thought(String traceId, Thoughts.Thought thought) {
        if (thought.reflection() != null) {
            traces.step(
                    traceId,
                    "reflection",
                    CorePhase.DECISION,
                    "heartbeat.reflection_triggered",
                    thought.reflection().outcome(),
                    Map.of(
                            "reflectionRunId",
                            thought.reflection().runId(),
                            "reflectionOutcome",
                            thought.reflection().outcome()));
        }
        if (thought.dreaming() != null) {
            traces.step(
                    traceId,
                    "dreaming",
                    CorePhase.DECISION,
                    "heartbeat.dreaming_triggered",
                    thought.dreaming().status(),
                    Map.of(
                            "dreamingRunId", thought.dreaming().runId(),
                            "dreamingStatus", thought.dreaming().status(),
                            "candidateCount",
                                    Integer.toString(thought.dreaming().candidates())));
        }
        for (int index = 0; index < thought.troubles().size(); index++) {
            traces.step(
                    traceId,
                    "trouble:" + index,
                    CorePhase.ERROR,
                    "heartbeat.thought_failed",
                    thought.troubles().get(index),
                    Map.of());
        }
    }

    /** Ends a cycle, unless it ended. */
    void end(String traceId, CoreTraceStatus status, String summary, @Nullable String error) {
        boolean running = traces.find(traceId)
                .filter(whole -> whole.trace().status() == CoreTraceStatus.RUNNING)
                .isPresent();
        if (running) {
            traces.end(traceId, status, summary, error);
        }
    }

    /** A pulse that went wrong before it decided anything. */
    String failed(AutomationProfile profile, String runId, String error, Instant now) {
        return traces.whole(
                        draft(profile, CoreSurface.HEARTBEAT, runId),
                        List.of(new CoreTrace.Event(CorePhase.ERROR, "heartbeat.error", error, Map.of(), now)),
                        CoreTraceStatus.FAILED,
                        "failed",
                        error)
                .id();
    }

    /** A cycle of work that came without a pulse. */
    String ordered(AutomationProfile profile, String runId, String title, String source, Instant now) {
        return traces.whole(
                        draft(profile, CoreSurface.TRIGGER, runId),
                        List.of(new CoreTrace.Event(
                                CorePhase.START, source + ".ordered", title, Map.of("runId", runId), now)),
                        CoreTraceStatus.COMPLETED,
                        title,
                        null)
                .id();
    }

    /** Ends what a crash left open. */
    void recover(List<String> goingOn) {
        traces.recover(CoreSurface.HEARTBEAT, goingOn, "The host stopped in the middle of it");
    }
}
