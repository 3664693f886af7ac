package tacit.bench.kills;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import tacit.api.experiment.ExperimentState;

/** One experiment, led on by people who look where it is whenever a host is there again. Confined to one act at a time. */
final class Life {

    /** Runs that a watch compares. */
    private static final int RUNS = 60;

    private static final int PATIENCE = 300;

    private final Site site;
    private final Evidence evidence;
    private final Told told;
    private final Way way;
    private final int value;
    private final Set<String> earlier = new HashSet<>();
    private String id = "";
    private boolean approved;
    private boolean calm;

    /** @param value of the setting that it proposes */
    Life(Site site, Evidence evidence, Told told, Way way, int value) throws IOException, InterruptedException {
        this.site = site;
        this.evidence = evidence;
        this.told = told;
        this.way = way;
        this.value = value;
        for (JsonNode row : newest()) {
            earlier.add(row.path("id").asText());
        }
    }

    private JsonNode newest() throws IOException, InterruptedException {
        return site.rows("tacit:experiments --json --limit 1");
    }

    /** Empty before it was proposed, as far as anybody knows. */
    String id() {
        return id;
    }

    /** What people do next; empty when it is over. */
    Optional<Act> next() throws IOException, InterruptedException {
        if (id.isEmpty()) {
            // A host that died of the proposal may have kept it
            for (JsonNode row : newest()) {
                id = earlier.contains(row.path("id").asText())
                        ? ""
                        : row.path("id").asText();
            }
        }
        if (id.isEmpty()) {
            return Optional.of(Act.PROPOSE);
        }
        ExperimentState now = settled();
        return now.ended() ? Optional.empty() : Optional.of(way.next(now, approved));
    }

    /** A busy machine may still run what nobody waited for any longer. */
    private ExperimentState settled() throws IOException, InterruptedException {
        ExperimentState now = state(site.told("tacit:experiment --json " + id));
        for (int i = 0; i < PATIENCE && now == ExperimentState.RUNNING; i++) {
            TimeUnit.SECONDS.sleep(1);
            now = state(site.told("tacit:experiment --json " + id));
        }
        return now;
    }

    private static ExperimentState state(JsonNode experiment) {
        return ExperimentState.valueOf(experiment.path("state").asText().toUpperCase(Locale.ROOT));
    }

    /** Does it to its end, or until the host dies. */
    void act(Act act) throws IOException, InterruptedException {
        switch (act) {
            case PROPOSE ->
                id = site.told("tacit:propose --json --role " + Site.ROLE + " --by ada " + Site.PID + ":" + Site.KEY
                                + "=" + value)
                        .path("id")
                        .asText();
            case RUN, CANARY, REJECT, ROLLBACK -> lead(act.word());
            case APPROVE -> {
                lead("approve");
                approved = true;
            }
            case PROMOTE -> {
                if (!calm) {
                    evidence.graded(site.otlpPort(), true, RUNS);
                    calm = true;
                }
                lead("promote");
            }
            case WATCH -> {
                evidence.graded(site.otlpPort(), false, RUNS);
                lead("watch");
            }
            case UNDO -> site.did("tacit:rollback --reason 'bench'");
            case EVIDENCE, START -> throw new IllegalArgumentException("act must be of an experiment, got " + act);
        }
        act.state().filter(due -> act != Act.WATCH || over()).ifPresent(due -> told.reached(id, due));
    }

    private void lead(String verb) throws IOException, InterruptedException {
        site.did("tacit:experiment --by ben --share 0.5 --reason bench " + id + " " + verb);
    }

    /** A look may come too early to see all runs. */
    private boolean over() {
        try {
            return next().isEmpty();
        } catch (IOException gone) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
