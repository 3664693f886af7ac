package tacit.surface.shell;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.autonomy.Approval;
import tacit.api.autonomy.Approvals;
import tacit.api.autonomy.Approvals.Changed;
import tacit.api.autonomy.Approvals.DryRun;
import tacit.api.autonomy.EarnedAutonomy;
import tacit.api.autonomy.PermissionRule;
import tacit.api.pulse.AutomationProfiles;
import tacit.api.store.Scope;

/** Commands that show what somebody is asked about, answer it, and show what answers and results left. */
@Component(
        service = ApprovalCommands.class,
        property = {"osgi.command.scope=tacit", "osgi.command.function=approvals"})
public final class ApprovalCommands {

    private static final String USAGE = "approvals [show ID | allow ID [NOTE] | deny ID [NOTE] | earned [PROFILE] |"
            + " demote PROFILE TARGET ACTION [WHY] | rules | forget RULE | dry-run KEY=VALUE…]";
    private static final Set<String> VERBS =
            Set.of("show", "allow", "deny", "earned", "demote", "rules", "forget", "dry-run");

    private final Approvals inbox;
    private final ProfileNames profiles;

    @Activate
    public ApprovalCommands(@Reference Approvals inbox, @Reference AutomationProfiles profiles) {
        this.inbox = inbox;
        this.profiles = new ProfileNames(profiles);
    }

    @Descriptor(
            "lists acts that were judged, newest first, or: show, allow, deny ID, earned, demote, rules, forget, dry-run")
    public void approvals(
            CommandSession session,
            @Descriptor("rows to show") @Parameter(names = "--limit", absentValue = "20") int limit,
            @Descriptor("rows to skip") @Parameter(names = "--offset", absentValue = "0") long offset,
            @Descriptor("pending, approved, denied, expired or all")
                    @Parameter(names = "--state", absentValue = "pending")
                    String state,
            @Descriptor("only this workspace") @Parameter(names = "--workspace", absentValue = "") String workspace,
            @Descriptor("only this profile") @Parameter(names = "--profile", absentValue = "") String profile,
            @Descriptor("keep the answer as a rule: workspace or profile")
                    @Parameter(names = "--keep", absentValue = "")
                    String keep,
            @Descriptor("dry-run: acts since this time") @Parameter(names = "--since", absentValue = "") String since,
            @Descriptor("as JSON") @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json,
            @Descriptor("what to do") String... words) {
        Printer printer = new Printer(session);
        Asked asked = new Asked(Words.optional(workspace), profiles.optional(profile), Words.optional(keep), since);
        if (words.length > 0) {
            act(List.of(words), asked, printer, json);
            return;
        }
        Approval.State wanted = state.equals("all") ? null : Words.required(Approval.State.class, state);
        Scope scope = workspace.isEmpty() ? null : Words.scope(workspace);
        printer.print(
                Rows.of(inbox.list(scope, wanted, asked.profile(), Words.page(offset, limit)), ApprovalCommands::row),
                json);
    }

    private record Asked(
            @Nullable String workspace,
            @Nullable String profile,
            @Nullable String keep,
            String since) {}

    private void act(List<String> words, Asked asked, Printer printer, boolean json) {
        if (!VERBS.contains(words.get(0))) {
            throw new IllegalArgumentException(USAGE);
        }
        List<String> rest = words.subList(1, words.size());
        switch (words.get(0)) {
            case "show" -> printer.print(details(found(needed(rest, 0))), json);
            case "allow", "deny" -> printer.print(details(answered(words.get(0).equals("allow"), rest, asked)), json);
            case "earned" ->
                printer.print(
                        Rows.of(
                                inbox.earned(rest.isEmpty() ? asked.profile() : profiles.optional(rest.get(0))),
                                ApprovalCommands::row),
                        json);
            case "demote" -> demote(rest, printer);
            case "rules" ->
                printer.print(Rows.of(inbox.rules(rulesOf(asked), asked.profile()), ApprovalCommands::row), json);
            case "forget" -> forget(needed(rest, 0), printer);
            default -> dryRun(rest, asked, printer, json);
        }
    }

    private static @Nullable String rulesOf(Asked asked) {
        return asked.workspace() == null && asked.profile() == null ? Scope.DEFAULT_WORKSPACE : asked.workspace();
    }

    private static String needed(List<String> words, int place) {
        if (words.size() <= place) {
            throw new IllegalArgumentException(USAGE);
        }
        return words.get(place);
    }

    private static String after(List<String> words, int place) {
        return words.size() <= place ? "" : String.join(" ", words.subList(place, words.size()));
    }

    private Approval found(String id) {
        return inbox.find(id)
                .orElseThrow(() -> new IllegalArgumentException("Cannot show approval '" + id + "': no such entry"));
    }

    private Approval answered(boolean allow, List<String> rest, Asked asked) {
        String id = needed(rest, 0);
        return inbox.answer(id, allow, Words.OPERATOR, Words.optional(after(rest, 1)), asked.keep())
                .orElseThrow(() -> new IllegalArgumentException("Cannot answer approval '" + id + "': no such entry"));
    }

    private void demote(List<String> rest, Printer printer) {
        inbox.demote(needed(rest, 0), needed(rest, 1), needed(rest, 2), Words.OPERATOR, after(rest, 3));
        printer.line("Taken back: " + String.join(" ", rest.subList(0, 3)));
    }

    private void forget(String rule, Printer printer) {
        if (!inbox.removeRule(rule, Words.OPERATOR)) {
            throw new IllegalArgumentException("Cannot forget rule '" + rule + "': no such rule");
        }
        printer.line("Forgotten: " + rule);
    }

    private void dryRun(List<String> rest, Asked asked, Printer printer, boolean json) {
        Map<String, String> changes = new TreeMap<>();
        for (String word : rest) {
            int equals = word.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("A change must be KEY=VALUE, got '" + word + "'");
            }
            changes.put(word.substring(0, equals), word.substring(equals + 1));
        }
        Instant from = Words.time("--since", asked.since());
        DryRun run = inbox.dryRun(asked.profile(), from == null ? Instant.EPOCH : from, changes, List.of());
        printer.print(
                Rows.row("requests", run.requests(), "before", counts(run.before()), "after", counts(run.after())),
                json);
        printer.print(Rows.of(run.changed(), ApprovalCommands::row), json);
    }

    private static String counts(Map<? extends Enum<?>, Integer> counts) {
        return new TreeMap<>(counts).toString().toLowerCase(Locale.ROOT);
    }

    private static Map<String, @Nullable Object> row(Approval entry) {
        return Rows.row(
                "id", entry.id(),
                "state", Words.lower(entry.state()),
                "profile", entry.request().profileId(),
                "type", Words.lower(entry.request().type()),
                "act", entry.request().summary(),
                "rule", entry.decision().rule(),
                "since", entry.createdAt());
    }

    private static Map<String, @Nullable Object> details(Approval entry) {
        Map<String, @Nullable Object> details = row(entry);
        details.put("workspace", entry.request().workspaceId());
        details.put("user", entry.request().userId());
        details.put("target", entry.request().targetKey());
        details.put("action", entry.request().action());
        details.put(
                "details",
                entry.request().details().isEmpty()
                        ? null
                        : new TreeMap<>(entry.request().details()));
        details.put("posture", entry.decision().posture());
        details.put("reason", entry.decision().reason());
        details.put("may be kept for", entry.decision().persistence());
        details.put("answered by", entry.answeredBy());
        details.put("note", entry.note());
        details.put("went", entry.outcome());
        details.put("expires", entry.expiresAt());
        details.put("cycle", entry.request().traceId());
        return details;
    }

    private static Map<String, @Nullable Object> row(EarnedAutonomy earned) {
        return Rows.row(
                "profile", earned.profileId(),
                "target", earned.targetKey(),
                "action", earned.action(),
                "level", Words.lower(earned.level()),
                "successes", earned.successes(),
                "failures", earned.failures(),
                "at least", String.format(Locale.ROOT, "%.2f", earned.lowerBound()),
                "since", earned.changedAt(),
                "why", earned.reason());
    }

    private static Map<String, @Nullable Object> row(PermissionRule rule) {
        return Rows.row(
                "id", rule.id(),
                "says", Words.lower(rule.effect()),
                "looks at", Words.lower(rule.scope()),
                "pattern", rule.pattern(),
                "tool", rule.tool(),
                "from", Words.lower(rule.source()));
    }

    private static Map<String, @Nullable Object> row(Changed changed) {
        return Rows.row(
                "id", changed.approvalId(),
                "action", changed.action(),
                "said", Words.lower(changed.before().effect()),
                "would say", Words.lower(changed.after().effect()),
                "by", changed.after().rule());
    }
}
