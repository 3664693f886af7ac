package tacit.panel.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import tacit.api.access.AuditLog;
import tacit.api.adapt.FeedbackDesk;
import tacit.api.adapt.FeedbackRefused;
import tacit.api.adapt.GivenFeedback;
import tacit.api.adapt.KeptFeedback;
import tacit.api.adapt.LearningFeed;
import tacit.api.execute.Shells;
import tacit.api.http.HttpProblem;
import tacit.api.page.Done;
import tacit.api.page.Page;
import tacit.api.page.Panel;
import tacit.api.page.View;
import tacit.api.store.Scope;
import tacit.api.trace.Attribute;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceStore;

/** Tasks that agents did: what was learnt from each and what shows it, what people thought of it, which models worked on it, and its shell. */
@Component(service = Panel.class)
public final class TasksPanel implements Panel {

    private static final int LAST = 100;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable LearningFeed feed;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable FeedbackDesk desk;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Shells shells;

    private final TraceStore traces;
    private final AuditLog audit;

    @Activate
    public TasksPanel(@Reference TraceStore traces, @Reference AuditLog audit) {
        this.traces = traces;
        this.audit = audit;
    }

    @Override
    public String id() {
        return "tasks";
    }

    @Override
    public String title() {
        return "Tasks";
    }

    @Override
    public Group group() {
        return Group.WORK;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public Set<String> live() {
        return Set.of("learning.reported", "outcome.recorded", "route.chosen");
    }

    @Override
    public Page show(View view) {
        return view.path().isEmpty()
                ? list(view.principal().scope())
                : one(view, view.path().get(0));
    }

    @Override
    public Done act(View view, String act) {
        return switch (act) {
            case "good" -> give(view, GivenFeedback.Decision.ACCEPTED);
            case "bad" -> give(view, GivenFeedback.Decision.REJECTED);
            case "reset" -> new TaskShell(shells).reset(view, named(view), audit);
            default -> throw new HttpProblem(404, "This panel knows no form '" + act + "'");
        };
    }

    private static String named(View view) {
        return view.parameter("id").orElseThrow(() -> new HttpProblem(400, "The task must be named"));
    }

    private Done give(View view, GivenFeedback.Decision decision) {
        FeedbackDesk open = desk;
        if (open == null) {
            throw new HttpProblem(503, "The part of the host that takes feedback is not there now");
        }
        RecordedTrace run = run(view, named(view));
        try {
            open.give(view.principal().scope(), view.principal().name(), given(view, run.trace(), decision));
        } catch (FeedbackRefused refused) {
            throw new HttpProblem(409, String.valueOf(refused.getMessage()));
        }
        return Done.here("Thank you: it was led to every part that it teaches");
    }

    private Page list(Scope scope) {
        LearningFeed reports = feed;
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("known", reports != null);
        values.put("rows", reports == null ? List.of() : reports.latest(scope, LAST));
        return Page.of("", TasksPanel.class, "tasks.peb", values);
    }

    private Page one(View view, String id) {
        Scope scope = view.principal().scope();
        RecordedTrace run = run(view, id);
        LearningFeed reports = feed;
        FeedbackDesk open = desk;
        Map<String, Object> values = new LinkedHashMap<>(TraceFacts.of(run));
        values.put("known", reports != null);
        values.put("reports", reports == null ? List.of() : reports.of(scope, id));
        values.put(
                "feedback",
                open == null
                        ? List.of()
                        : open.list(scope, id, LAST).stream()
                                .map(TasksPanel::row)
                                .toList());
        values.put("takes", open != null);
        values.put("reasons", reasons());
        values.put("route", route(run));
        values.put("shell", new TaskShell(shells).values(view, id));
        return Page.of("Task " + id, TasksPanel.class, "task.peb", values);
    }

    private RecordedTrace run(View view, String id) {
        return traces.find(view.principal().scope(), id)
                .orElseThrow(() -> new HttpProblem(404, "There is no task '" + id + "' in this workspace"));
    }

    /** Whose run it is thought so, where the token is of nobody; a run in front of others is nobody's. */
    private static GivenFeedback given(View view, Trace trace, GivenFeedback.Decision decision) {
        boolean alone = trace.text(Attribute.AUDIENCE)
                .map(audience -> audience.toLowerCase(Locale.ROOT).equals("private"))
                .orElse(true);
        String user = view.principal().scope().user().orElse(alone ? trace.userId() : null);
        return new GivenFeedback(
                "mission-" + Integer.toHexString(trace.id().hashCode()) + "-"
                        + view.now().toEpochMilli(),
                user,
                trace.id(),
                null,
                decision,
                view.parameter("reason").orElse(null),
                view.parameter("note").map(TraceFacts::cut).orElse(null),
                GivenFeedback.Kind.TASK,
                null,
                view.now());
    }

    private static Map<String, Object> row(KeptFeedback kept) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("decision", kept.feedback().decision());
        row.put(
                "reason",
                kept.feedback().reason() == null ? "" : kept.feedback().reason());
        row.put("note", kept.feedback().note() == null ? "" : kept.feedback().note());
        row.put("by", kept.by());
        row.put("at", kept.feedback().at());
        List<String> routed = new ArrayList<>();
        kept.routed().forEach((part, route) -> routed.add(part + ": " + route.words()));
        row.put("routed", routed);
        return row;
    }

    private static List<Map<String, Object>> reasons() {
        List<Map<String, Object>> reasons = new ArrayList<>(List.of(Map.of("value", "", "label", "none given")));
        for (GivenFeedback.Reason reason : GivenFeedback.Reason.values()) {
            reasons.add(Map.of("value", reason.word(), "label", reason.word().replace('_', ' ')));
        }
        return reasons;
    }

    /** Each model that answered, with who provides it and the tokens that it took. */
    private static List<Map<String, Object>> route(RecordedTrace run) {
        Map<String, Map<String, Object>> models = new LinkedHashMap<>();
        run.spans().forEach(span -> span.text(Attribute.RESPONSE_MODEL)
                .or(() -> span.text(Attribute.REQUEST_MODEL))
                .ifPresent(model -> {
                    Map<String, Object> row = models.computeIfAbsent(
                            model,
                            key -> new LinkedHashMap<>(Map.of(
                                    "model",
                                    key,
                                    "provider",
                                    span.text(Attribute.PROVIDER_NAME).orElse(""),
                                    "calls",
                                    0L,
                                    "tokens",
                                    0L)));
                    row.merge("calls", 1L, (a, b) -> (Long) a + (Long) b);
                    row.merge("tokens", span.tokens(), (a, b) -> (Long) a + (Long) b);
                }));
        return List.copyOf(models.values());
    }
}
