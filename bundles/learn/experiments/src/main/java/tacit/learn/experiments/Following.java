package tacit.learn.experiments;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.experiment.LiveComparison;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.learn.experiments.live.Live;
import tacit.learn.experiments.live.LiveRuns;

/** Looks at all that is followed. Thread-safe; one look at a time, the others wait. */
final class Following {

    private static final Logger log = LoggerFactory.getLogger(Following.class);

    private final LiveRuns runs;
    private final Home home;
    private final Watch watch;
    private final Canary canary;
    private final Object turn = new Object();

    Following(LiveRuns runs, Home home, Watch watch, Canary canary) {
        this.runs = runs;
        this.home = home;
        this.watch = watch;
        this.canary = canary;
    }

    /** Looks at everything; what one comparison fails of keeps no other from its look. */
    void look() {
        canary.tidy();
        for (Live live : runs.store().underWay()) {
            try {
                look(live.experimentId());
            } catch (RuntimeException e) {
                log.warn("Cannot follow experiment {}; the next look is to come", live.experimentId(), e);
            }
        }
    }

    /** What is at home elsewhere is followed there. */
    void look(String experimentId) {
        if (!home.holds(experimentId)) {
            return;
        }
        synchronized (turn) {
            for (Live live : runs.store().of(experimentId)) {
                if (!live.state().ended()) {
                    look(live);
                }
            }
        }
    }

    private void look(Live live) {
        switch (live.kind()) {
            case WATCH -> watch.look(live);
            case CANARY -> canary.look(live);
        }
    }

    List<LiveComparison> of(String experimentId) {
        List<LiveComparison> shown = new ArrayList<>();
        runs.store().of(experimentId).forEach(live -> shown.add(live.shown()));
        Collections.reverse(shown);
        return List.copyOf(shown);
    }

    Page<LiveComparison> ended(String workspaceId, @Nullable String role, PageRequest page) {
        Page<Live> found = runs.store().ended(workspaceId, role, page);
        return new Page<>(found.rows().stream().map(Live::shown).toList(), found.offset(), found.total());
    }
}
