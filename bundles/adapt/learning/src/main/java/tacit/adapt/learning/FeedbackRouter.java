package tacit.adapt.learning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.adapt.FeedbackReader;
import tacit.api.adapt.FeedbackRoute;
import tacit.api.adapt.FeedbackRoute.State;
import tacit.api.adapt.GivenFeedback;
import tacit.api.adapt.KeptFeedback;
import tacit.api.memory.LearningSwitches;
import tacit.api.memory.MemoryLearning;
import tacit.api.store.Scope;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.TraceStore;

/** Leads feedback to each part that is still to be told; one that fails costs no other its turn. Thread-safe. */
@Component(service = FeedbackRouter.class)
public final class FeedbackRouter {

    private static final Logger log = LoggerFactory.getLogger(FeedbackRouter.class);

    /** It was given while learning was on, and is led on when it is on again. */
    private static final FeedbackRoute WAITS = new FeedbackRoute(State.WAITING, Route.OFF);

    private final FeedbackReader reader;
    private final TraceStore traces;
    private final MemoryLearning learning;
    private final List<Route> routes;

    @Activate
    public FeedbackRouter(
            @Reference FeedbackReader reader,
            @Reference TraceStore traces,
            @Reference MemoryLearning learning,
            @Reference RunRoutes run,
            @Reference PeopleRoutes people,
            @Reference CorrectionDocuments corrections,
            @Reference FeedbackFiles files) {
        this(reader, traces, learning, all(run, people, corrections, files));
    }

    FeedbackRouter(FeedbackReader reader, TraceStore traces, MemoryLearning learning, List<Route> routes) {
        this.reader = reader;
        this.traces = traces;
        this.learning = learning;
        this.routes = List.copyOf(routes);
    }

    private static List<Route> all(
            RunRoutes run, PeopleRoutes people, CorrectionDocuments corrections, FeedbackFiles files) {
        List<Route> all = new ArrayList<>(run.all());
        all.addAll(people.all());
        all.add(corrections.route());
        all.add(files.route());
        return all;
    }

    /** The parts, in the order in which they are told. */
    List<String> names() {
        return routes.stream().map(Route::name).toList();
    }

    /** The feedback with what came of it in the parts that were open. */
    KeptFeedback lead(String workspaceId, KeptFeedback kept) {
        GivenFeedback feedback = kept.feedback();
        Optional<RecordedTrace> run = traces.find(Scope.ofWorkspace(workspaceId), feedback.taskId());
        Map<String, FeedbackRoute> routed = new LinkedHashMap<>(kept.routed());
        if (run.isEmpty()) {
            routed.replaceAll((name, route) -> route.open() ? Route.skipped("the run is no more") : route);
            return new KeptFeedback(feedback, kept.by(), kept.sequence(), routed);
        }
        LearningSwitches switches = learning.switches();
        if (!Route.learns(switches)) {
            routed.replaceAll((name, route) -> route.open() ? WAITS : route);
            return new KeptFeedback(feedback, kept.by(), kept.sequence(), routed);
        }
        Told told = told(workspaceId, feedback, run.get(), switches);
        for (Route route : routes) {
            FeedbackRoute before = routed.get(route.name());
            if (before != null && before.open()) {
                routed.put(route.name(), led(route, told));
            }
        }
        return new KeptFeedback(feedback, kept.by(), kept.sequence(), routed);
    }

    private Told told(String workspaceId, GivenFeedback feedback, RecordedTrace run, LearningSwitches switches) {
        Scope scope = new Scope(workspaceId, feedback.userId());
        return new Told(workspaceId, feedback, reader.read(scope, feedback), run, switches);
    }

    private static FeedbackRoute led(Route route, Told told) {
        try {
            return route.lead(told);
        } catch (RuntimeException e) {
            log.warn(
                    "Cannot lead feedback '{}' to {}; it is tried again",
                    told.feedback().id(),
                    route.name(),
                    e);
            return new FeedbackRoute(State.FAILED, "could not be told; it is tried again");
        }
    }
}
