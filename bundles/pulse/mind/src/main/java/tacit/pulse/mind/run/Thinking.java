package tacit.pulse.mind.run;

import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.pulse.CorePhase;
import tacit.api.pulse.CoreStage;
import tacit.api.pulse.CoreSwitches;
import tacit.api.reflect.ReflectionRun;
import tacit.api.reflect.ReflectionRun.Outcome;
import tacit.api.reflect.ReflectionRun.Stage;
import tacit.pulse.mind.Mind;
import tacit.pulse.mind.store.RunMoves;
import tacit.pulse.mind.store.RunRows;

/** Leads a run through its stages from wherever it stands, and ends it when one of them fails. Thread-safe over different runs. */
@Component(service = Thinking.class)
public final class Thinking {

    private static final Logger log = LoggerFactory.getLogger(Thinking.class);

    private final Mind mind;
    private final CoreSwitches switches;
    private final Telling telling;
    private final Stages stages;
    private final Synthesis synthesis;
    private final Dispatching dispatching;

    @Activate
    public Thinking(
            @Reference Mind mind,
            @Reference CoreSwitches switches,
            @Reference Telling telling,
            @Reference Stages stages,
            @Reference Synthesis synthesis,
            @Reference Dispatching dispatching) {
        this.mind = mind;
        this.switches = switches;
        this.telling = telling;
        this.stages = stages;
        this.synthesis = synthesis;
        this.dispatching = dispatching;
    }

    /** Answers the run when it has ended. */
    public ReflectionRun lead(Cycle cycle) {
        Cycle now = cycle;
        try {
            if (now.run().traceId() == null) {
                telling.open(now.run());
                now = now.with(again(now.run()));
            }
            while (!now.run().stage().ended()) {
                if (!switches.on(CoreStage.REFLECTION)) {
                    return failed(now, "stopped: " + switches.why(CoreStage.REFLECTION));
                }
                take(now);
                now = now.with(again(now.run()));
            }
            return now.run();
        } catch (RuntimeException e) {
            log.warn("Run {} failed at {}", now.run().id(), now.run().stage(), e);
            return failed(now.with(again(now.run())), String.valueOf(e.getMessage()));
        }
    }

    private void take(Cycle cycle) {
        switch (cycle.run().stage()) {
            case COLLECTING_EVIDENCE -> stages.collect(cycle);
            case IDEATING -> stages.ideate(cycle);
            case CRITIQUING -> stages.critique(cycle);
            case SYNTHESIZING -> synthesis.synthesize(cycle);
            case DISPATCHING -> dispatching.dispatch(cycle);
            case COMPLETED, BLOCKED, FAILED -> throw new IllegalStateException("A run that ended has no next stage");
        }
    }

    private ReflectionRun again(ReflectionRun run) {
        return mind.read(session -> new RunRows(session).find(run.id())).orElseThrow();
    }

    /** Ends a run that cannot go on. */
    public ReflectionRun failed(Cycle cycle, String error) {
        ReflectionRun run = cycle.run();
        if (run.stage().ended()) {
            return run;
        }
        String words = mind.words(error, 400);
        mind.write(session -> {
            new RunMoves(session).end(run, Stage.FAILED, Outcome.FAILED, run.summary(), words, mind.now());
            return run;
        });
        telling.step(run, CorePhase.ERROR, "subconscious.error", words, Map.of());
        return again(run);
    }
}
