package tacit.surface.gateway.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tacit.api.access.AccessRole;
import tacit.api.access.AuditLog;
import tacit.api.access.Principal;
import tacit.api.adapt.RelationshipStats;
import tacit.api.adapt.Style;
import tacit.api.adapt.StyleChange;
import tacit.api.adapt.StyleStats;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.store.Scope;
import tacit.surface.gateway.rest.reply.Views;

/** How styles look as JSON, and who may change them. */
final class StyleViews {

    static final int LONGEST_NAME = 400;

    private StyleViews() {}

    /** An operator changes every style, and whoever acts for one user that user's. */
    static Scope mayChange(Principal principal, @Nullable String named) {
        String user = ContextQuestion.user(principal.scope(), named);
        boolean own = user != null && user.equals(principal.scope().userId());
        if (!own && !principal.role().includes(AccessRole.OPERATOR)) {
            throw new HttpProblem(403, "Only an operator changes the style of others and of the workspace");
        }
        return new Scope(principal.scope().workspaceId(), user);
    }

    /** The channel, which only a user has. */
    static @Nullable String channel(Scope scope, @Nullable String channel) {
        if (channel != null && scope.userId() == null) {
            throw new IllegalArgumentException("userId must be given with channel");
        }
        return channel;
    }

    /** Notes an act before it is done; the entry is its evidence. */
    static List<String> entered(AuditLog audit, Call call, String action, Scope scope, @Nullable String channel) {
        String owner = scope.userId() == null ? scope.workspaceId() : scope.userId();
        Map<String, String> details = channel == null
                ? Map.of("workspace", scope.workspaceId())
                : Map.of("workspace", scope.workspaceId(), "channel", channel);
        long entry =
                audit.write(call.principal().name(), action, owner, details).sequence();
        return List.of(String.valueOf(entry));
    }

    static Map<String, Object> style(Style style) {
        Map<String, Object> fields = new LinkedHashMap<>();
        Views.put(fields, "userId", style.userId());
        Views.put(fields, "channel", style.channel());
        Map<String, Object> levels = new LinkedHashMap<>();
        style.levels().forEach(level -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("level", level.level());
            one.put("origin", Views.word(level.origin()));
            one.put("baseline", level.baseline());
            levels.put(level.dimension().title(), one);
        });
        fields.put("levels", levels);
        fields.put(
                "reviews",
                style.reviews().stream()
                        .map(review -> Map.<String, Object>of(
                                "reason",
                                review.reason(),
                                "evidence",
                                review.evidence(),
                                "at",
                                review.at().toString()))
                        .toList());
        return fields;
    }

    static List<Map<String, Object>> changes(List<StyleChange> changes) {
        return changes.stream().map(StyleViews::change).toList();
    }

    private static Map<String, Object> change(StyleChange change) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("step", change.step());
        Views.put(fields, "channel", change.channel());
        fields.put("dimension", change.dimension().title());
        fields.put("from", change.from());
        fields.put("to", change.to());
        fields.put("reason", change.reason());
        fields.put("evidence", change.evidence());
        fields.put("at", change.at().toString());
        return fields;
    }

    static Map<String, Object> stats(StyleStats stats) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("enabled", stats.enabled());
        fields.put("totalMessages", stats.totalMessages());
        fields.put("weeklyAdaptations", stats.weeklyAdaptations());
        fields.put("maxWeeklyDrift", stats.maxWeeklyDrift());
        Views.put(fields, "lastAdaptationAt", Views.time(stats.lastAdaptationAt()));
        Map<String, Object> window = new LinkedHashMap<>();
        window.put("messages", stats.window().messages());
        window.put("averageLength", stats.window().averageLength());
        window.put("emojiShare", stats.window().emojiShare());
        window.put("technicalShare", stats.window().technicalShare());
        fields.put("window", window);
        return fields;
    }

    static Map<String, Object> relationship(RelationshipStats stats) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("tasksCompleted", stats.tasksCompleted());
        fields.put("projects", stats.projects());
        Views.put(fields, "firstInteraction", Views.time(stats.firstInteraction()));
        fields.put("daysTogether", stats.daysTogether());
        fields.put(
                "milestones",
                stats.milestones().stream()
                        .map(one -> Map.<String, Object>of(
                                "tasks",
                                one.tasks(),
                                "at",
                                Objects.requireNonNull(one.at()).toString()))
                        .toList());
        Views.put(fields, "nextMilestone", stats.nextMilestone());
        return fields;
    }
}
