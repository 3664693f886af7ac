package tacit.runtime.sandbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tacit.api.sandbox.CaseResult;
import tacit.api.sandbox.CaseResult.Status;
import tacit.api.sandbox.SandboxCase;
import tacit.api.sandbox.SandboxRun;
import tacit.runtime.sandbox.process.Cell;
import tacit.runtime.sandbox.process.CellEndedException;
import tacit.runtime.sandbox.process.WarmCells;

/** One run: loads the candidate, asks it case by case, and goes on in a fresh process where one ended. Used once, by one thread. */
final class Conversation implements AutoCloseable {

    private static final int DEATHS_AT_LOAD = 3;

    private final WarmCells cells;
    private final SandboxRun run;
    private final byte[] load;
    private final Settings settings;
    private final List<CaseResult> results = new ArrayList<>();
    private @Nullable Cell cell;
    private @Nullable String startFailure;
    private int processes;

    Conversation(WarmCells cells, SandboxRun run, byte[] jar, Settings settings) {
        this.cells = cells;
        this.run = run;
        this.settings = settings;
        this.load = Requests.load(jar, run, settings.answerKilobytes() * 1024);
    }

    void talk() throws InterruptedException {
        Cell loaded = loaded();
        for (SandboxCase asked : run.cases()) {
            if (loaded == null) {
                loaded = loaded();
            }
            results.add(loaded == null ? notAsked(asked) : ask(loaded, asked));
            loaded = cell;
        }
    }

    /** A process with the candidate in it; null when there is none to be had. */
    private @Nullable Cell loaded() throws InterruptedException {
        String reason = "";
        for (int deaths = 0; startFailure == null && deaths < DEATHS_AT_LOAD; deaths++) {
            if (processes == settings.processesPerRun()) {
                return null;
            }
            Cell fresh = cells.take();
            cell = fresh;
            processes++;
            try {
                Answer answer = exchange(fresh, load, settings.start());
                if (answer.kind() == Answer.Kind.LOADED) {
                    return fresh;
                }
                startFailure = answer.text();
            } catch (CellEndedException death) {
                reason = reason(death);
            } catch (TimeoutException hang) {
                startFailure = "it did not start within " + words(settings.start());
            }
            end();
        }
        if (startFailure == null) {
            startFailure = reason + ", " + DEATHS_AT_LOAD + " times while it was started";
        }
        return null;
    }

    private CaseResult ask(Cell loaded, SandboxCase asked) throws InterruptedException {
        try {
            Answer answer = exchange(loaded, Requests.ask(asked.situation()), run.deadline());
            return switch (answer.kind()) {
                case ANSWERED -> new CaseResult(asked.id(), Status.ANSWERED, answer.text(), null, answer.took());
                case THREW -> new CaseResult(asked.id(), Status.THREW, null, answer.text(), answer.took());
                case UNANSWERABLE ->
                    new CaseResult(asked.id(), Status.UNANSWERABLE, null, answer.text(), answer.took());
                case LOADED, FAILED -> died(asked, "it wrote into the protocol");
            };
        } catch (CellEndedException death) {
            return died(asked, reason(death));
        } catch (TimeoutException late) {
            end();
            String reason = "it did not answer within " + words(run.deadline());
            return new CaseResult(asked.id(), Status.TIMED_OUT, null, reason, run.deadline());
        }
    }

    private static Answer exchange(Cell cell, byte[] request, Duration deadline)
            throws CellEndedException, TimeoutException, InterruptedException {
        return Answer.read(cell.exchange(request, deadline))
                .orElseThrow(() -> new CellEndedException("it wrote into the protocol"));
    }

    /** A death that the host caused says nothing about the candidate. */
    private String reason(CellEndedException death) {
        if (cells.closed()) {
            throw new IllegalStateException("Cannot finish the run: the sandbox was closed", death);
        }
        return String.valueOf(death.getMessage());
    }

    private CaseResult died(SandboxCase asked, String reason) {
        end();
        return new CaseResult(asked.id(), Status.DIED, null, reason, Duration.ZERO);
    }

    private CaseResult notAsked(SandboxCase asked) {
        String reason = startFailure == null
                ? "the run was over: " + processes + " processes had ended"
                : "the candidate did not start";
        return new CaseResult(asked.id(), Status.NOT_ASKED, null, reason, Duration.ZERO);
    }

    private static String words(Duration duration) {
        return duration.toMillis() + " ms";
    }

    List<CaseResult> results() {
        return results;
    }

    @Nullable
    String startFailure() {
        return startFailure;
    }

    int processes() {
        return processes;
    }

    private void end() {
        if (cell != null) {
            cell.close();
            cell = null;
        }
    }

    /** Ends the last process. */
    @Override
    public void close() {
        end();
    }
}
