package tacit.pulse.mind.run;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.pulse.CorePhase;
import tacit.api.pulse.CoreSurface;
import tacit.api.pulse.CoreTrace;
import tacit.api.pulse.CoreTraceDraft;
import tacit.api.pulse.CoreTraceKind;
import tacit.api.pulse.CoreTraces;
import tacit.api.reflect.ReflectionRun;
import tacit.pulse.mind.Mind;
import tacit.pulse.mind.store.JournalRows;
import tacit.pulse.mind.store.RunMoves;

/** Tells the trace of a run and the journal of its target what it does; told twice, it is there once. Thread-safe. */
@Component(service = Telling.class)
public final class Telling {

    private static final String PULSE = "pulse:";

    private final Mind mind;
    private final CoreTraces traces;

    @Activate
    public Telling(@Reference Mind mind, @Reference CoreTraces traces) {
        this.mind = mind;
        this.traces = traces;
    }

    /** Opens the trace of a run; a run that a pulse asked for hangs below the trace of that pulse. */
    String open(ReflectionRun run) {
        CoreTrace trace = traces.begin(new CoreTraceDraft(
                run.profileId(),
                run.workspaceId(),
                run.targetKey(),
                CoreSurface.SUBCONSCIOUS,
                CoreTraceKind.SUBCONSCIOUS_CYCLE,
                run.id(),
                pulse(run)));
        mind.write(session -> {
            new RunMoves(session).trace(run.id(), trace.id());
            return trace;
        });
        return trace.id();
    }

    private @Nullable String pulse(ReflectionRun run) {
        if (!run.reason().startsWith(PULSE)) {
            return null;
        }
        String trace = CoreTrace.idOf(CoreSurface.HEARTBEAT, run.reason().substring(PULSE.length()));
        return traces.find(trace).isEmpty() ? null : trace;
    }

    void step(ReflectionRun run, CorePhase phase, String type, String summary, Map<String, String> details) {
        String trace = run.traceId();
        if (trace != null) {
            traces.step(trace, type + ":" + run.id(), phase, type, mind.words(summary, 400), details);
        }
    }

    void journal(Cycle cycle, JournalRows.Kind kind, String summary, @Nullable String outcome) {
        ReflectionRun run = cycle.run();
        if (!cycle.settings().keeping().journal()) {
            return;
        }
        JournalRows.Entry entry = new JournalRows.Entry(
                run.id() + ":" + kind.name().toLowerCase(Locale.ROOT),
                run.profileId(),
                run.workspaceId(),
                run.targetKey(),
                kind,
                mind.words(summary, 400),
                run.id(),
                outcome,
                mind.now());
        mind.write(session -> new JournalRows(session).add(entry));
    }
}
