package tacit.surface.shell;

import java.util.List;
import java.util.Map;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AuditLog;
import tacit.api.adapt.AdaptiveStyleEngine;
import tacit.api.adapt.Personality;
import tacit.api.adapt.RelationshipStats;
import tacit.api.adapt.Style;
import tacit.api.adapt.StyleChange;
import tacit.api.adapt.StyleDimension;
import tacit.api.adapt.StyleLevel;
import tacit.api.adapt.StyleSetting;
import tacit.api.adapt.StyleStats;
import tacit.api.memory.Evidence;
import tacit.api.store.Scope;

/** Commands that let an operator see how answers should read, set it, and take back what was adapted. */
@Component(
        service = StyleCommands.class,
        property = {"osgi.command.scope=tacit", "osgi.command.function=style"})
public final class StyleCommands {

    private static final String KNOWN = "show, set DIMENSION LEVEL, history, stats, undo or reset";

    private final AdaptiveStyleEngine style;
    private final Personality personality;
    private final AuditLog audit;

    @Activate
    public StyleCommands(
            @Reference AdaptiveStyleEngine style, @Reference Personality personality, @Reference AuditLog audit) {
        this.style = style;
        this.personality = personality;
        this.audit = audit;
    }

    @Descriptor("shows how answers should read, or one of: set DIMENSION LEVEL, history, stats, undo, reset")
    public void style(
            CommandSession session,
            @Descriptor("whose; the workspace's unless told") @Parameter(names = "--user", absentValue = "")
                    String user,
            @Descriptor("where; needs a user") @Parameter(names = "--channel", absentValue = "") String channel,
            @Descriptor("entries of the history, up to 100") @Parameter(names = "--limit", absentValue = "50")
                    int limit,
            @Descriptor("the workspace") @Parameter(names = "--workspace", absentValue = Scope.DEFAULT_WORKSPACE)
                    String workspace,
            @Descriptor("as JSON") @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json,
            @Descriptor(KNOWN) String... words) {
        Printer printer = new Printer(session);
        Scope scope = new Scope(workspace, Words.optional(user));
        String place = Words.optional(channel);
        if (place != null && scope.userId() == null) {
            throw new IllegalArgumentException("style needs --user USER with --channel: a workspace has one style");
        }
        String verb = words.length == 0 ? "show" : words[0];
        switch (verb) {
            case "show" -> show(printer, scope, place, json);
            case "set" -> changed(printer, set(scope, place, words), json);
            case "history" -> changed(printer, style.getAdaptationHistory(scope, place, limit), json);
            case "stats" -> printer.print(stats(scope, place), json);
            case "undo" -> changed(printer, undo(scope, place), json);
            case "reset" -> changed(printer, style.reset(scope, place, entered("style.reset", scope, place)), json);
            default -> throw new IllegalArgumentException("style knows " + KNOWN + ", got '" + verb + "'");
        }
    }

    private void show(Printer printer, Scope scope, @Nullable String place, boolean json) {
        Style now = style.style(scope, place);
        printer.print(Rows.of(now.levels(), StyleCommands::row), json);
        if (!json) {
            personality.lines(scope, place).forEach(printer::line);
            now.reviews()
                    .forEach(review -> printer.line("to look at: " + review.reason() + ", said in "
                            + String.join(", ", review.evidence()) + " at " + review.at()));
        }
    }

    private List<StyleChange> set(Scope scope, @Nullable String place, String... words) {
        if (words.length != 3) {
            throw new IllegalArgumentException("style set needs a dimension and a level");
        }
        StyleSetting setting = new StyleSetting(StyleDimension.of(words[1]), words[2]);
        return style.set(scope, place, List.of(setting), entered("style.set", scope, place));
    }

    private List<StyleChange> undo(Scope scope, @Nullable String place) {
        entered("style.undo", scope, place);
        return style.undo(scope, place);
    }

    private Map<String, @Nullable Object> stats(Scope scope, @Nullable String place) {
        StyleStats stats = style.getObservationStats(scope, place);
        RelationshipStats dealings = scope.userId() == null ? null : personality.relationship(scope);
        return Rows.row(
                "enabled", stats.enabled(),
                "messages", stats.totalMessages(),
                "shifts in seven days", stats.weeklyAdaptations() + " of " + stats.maxWeeklyDrift(),
                "last shift", stats.lastAdaptationAt(),
                "messages in the window", stats.window().messages(),
                "their average length", Math.round(stats.window().averageLength()),
                "with emoji", percent(stats.window().emojiShare()),
                "technical", percent(stats.window().technicalShare()),
                "tasks completed", dealings == null ? null : dealings.tasksCompleted(),
                "projects", dealings == null ? null : dealings.projects().size(),
                "days together", dealings == null ? null : dealings.daysTogether(),
                "next milestone", dealings == null ? null : dealings.nextMilestone());
    }

    private static String percent(double share) {
        return Math.round(100 * share) + " %";
    }

    /** Every act is in the audit log first. */
    private List<String> entered(String action, Scope scope, @Nullable String place) {
        String subject = scope.userId() == null ? scope.workspaceId() : scope.userId();
        return Entered.evidence(audit, action, place == null ? subject : subject + "/" + place, scope).stream()
                .map(Evidence::id)
                .toList();
    }

    private static void changed(Printer printer, List<StyleChange> changes, boolean json) {
        printer.print(Rows.of(changes, StyleCommands::row), json);
    }

    private static Map<String, @Nullable Object> row(StyleLevel level) {
        return Rows.row(
                "dimension", level.dimension().title(),
                "level", level.level(),
                "of", Words.lower(level.origin()),
                "baseline", level.baseline(),
                "levels", String.join(" ", level.dimension().levels()));
    }

    private static Map<String, @Nullable Object> row(StyleChange change) {
        return Rows.row(
                "at", change.at(),
                "channel", change.channel(),
                "dimension", change.dimension().title(),
                "from", change.from(),
                "to", change.to(),
                "reason", change.reason(),
                "evidence", String.join(", ", change.evidence()),
                "step", change.step());
    }
}
