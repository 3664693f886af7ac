package tacit.surface.shell;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.access.AuditEntry;
import tacit.api.access.AuditLog;
import tacit.api.access.Principal;
import tacit.api.access.Tokens;
import tacit.api.learn.Triage;
import tacit.api.learn.TriageLog;
import tacit.api.store.Scope;

/** Commands that let an operator hand out access, read the audit log and teach the detectors. */
@Component(
        service = OperatorCommands.class,
        property = {
            "osgi.command.scope=tacit",
            "osgi.command.function=token",
            "osgi.command.function=audit",
            "osgi.command.function=triage"
        })
public final class OperatorCommands {

    private final Tokens tokens;
    private final AuditLog audit;
    private final TriageLog triage;
    private final Clock clock;

    @Activate
    public OperatorCommands(
            @Reference Tokens tokens, @Reference AuditLog audit, @Reference TriageLog triage, @Reference Clock clock) {
        this.tokens = tokens;
        this.audit = audit;
        this.triage = triage;
        this.clock = clock;
    }

    @Descriptor("lists tokens, or makes or ends one: list, create NAME, revoke NAME")
    public void token(
            CommandSession session,
            @Descriptor("agent, reader or operator") @Parameter(names = "--role", absentValue = "agent") String role,
            @Descriptor("the workspace that it may see")
                    @Parameter(names = "--workspace", absentValue = Scope.DEFAULT_WORKSPACE)
                    String workspace,
            @Descriptor("the one user that it may see") @Parameter(names = "--user", absentValue = "") String user,
            @Descriptor("ends even the last operator's token")
                    @Parameter(names = "--force", presentValue = "true", absentValue = "false")
                    boolean force,
            @Descriptor("list, create NAME or revoke NAME") String... words) {
        Printer printer = new Printer(session);
        String verb = words.length == 0 ? "list" : words[0];
        switch (verb) {
            case "list" -> printer.print(Rows.of(tokens.list(), OperatorCommands::row), false);
            case "create" -> {
                Scope scope = new Scope(workspace, Words.optional(user));
                AccessRole access = Words.required(AccessRole.class, role);
                printer.line(tokens.create(new Principal(name(words), access, scope), Words.OPERATOR));
            }
            case "revoke" -> {
                if (!force) {
                    refuseLastOperator(name(words));
                }
                boolean revoked = tokens.revoke(name(words), Words.OPERATOR);
                printer.line(revoked ? "Revoked" : "Nothing revoked: there is no token of that name");
            }
            default -> throw new IllegalArgumentException("token knows list, create and revoke, got '" + verb + "'");
        }
    }

    private void refuseLastOperator(String name) {
        List<String> operators = tokens.list().stream()
                .filter(holder -> holder.role() == AccessRole.OPERATOR)
                .map(Principal::name)
                .toList();
        if (operators.equals(List.of(name))) {
            throw new IllegalArgumentException(
                    "Token '" + name + "' is the last operator's: make another first, or say --force");
        }
    }

    private static String name(String... words) {
        if (words.length != 2) {
            throw new IllegalArgumentException("token " + words[0] + " needs exactly one name");
        }
        return words[1];
    }

    @Descriptor("shows who did what, newest first")
    public void audit(
            CommandSession session,
            @Descriptor("rows to show") @Parameter(names = "--limit", absentValue = "20") int limit,
            @Descriptor("rows to skip") @Parameter(names = "--offset", absentValue = "0") long offset,
            @Descriptor("as JSON") @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json) {
        new Printer(session).print(Rows.of(audit.list(Words.page(offset, limit)), OperatorCommands::row), json);
    }

    @Descriptor("says that a span is, or is not, a failure of a kind: triage TRACE SPAN KIND yes|no; SPAN may be -")
    public void triage(
            CommandSession session,
            @Descriptor("the workspace") @Parameter(names = "--workspace", absentValue = Scope.DEFAULT_WORKSPACE)
                    String workspace,
            @Descriptor("the trace") String trace,
            @Descriptor("the span, or - for the whole trace") String span,
            @Descriptor("the kind of failure") String kind,
            @Descriptor("yes or no") String word) {
        if (!word.equals("yes") && !word.equals("no")) {
            throw new IllegalArgumentException("triage needs yes or no, got '" + word + "'");
        }
        String spanId = span.equals("-") ? null : span;
        audit.write(Words.OPERATOR, "triage." + word, trace, Map.of("span", span, "kind", kind));
        Triage statement = new Triage(trace, spanId, kind, word.equals("yes"), Words.OPERATOR, clock.instant());
        triage.add(Words.scope(workspace), List.of(statement));
        new Printer(session).line("Noted");
    }

    @Descriptor("lists what was said of findings and still holds, oldest first")
    public void triage(
            CommandSession session,
            @Descriptor("the workspace") @Parameter(names = "--workspace", absentValue = Scope.DEFAULT_WORKSPACE)
                    String workspace,
            @Descriptor("as JSON") @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json) {
        new Printer(session).print(Rows.of(triage.list(Words.scope(workspace)), OperatorCommands::row), json);
    }

    private static Map<String, @Nullable Object> row(Triage statement) {
        return Rows.row(
                "trace", statement.traceId(),
                "span", statement.spanId(),
                "kind", statement.category(),
                "failure", statement.failure() ? "yes" : "no",
                "by", statement.by(),
                "at", statement.at());
    }

    private static Map<String, @Nullable Object> row(Principal holder) {
        return Rows.row(
                "name", holder.name(),
                "role", holder.role(),
                "workspace", holder.scope().workspaceId(),
                "user", holder.scope().userId());
    }

    private static Map<String, @Nullable Object> row(AuditEntry entry) {
        return Rows.row(
                "entry", entry.sequence(),
                "at", entry.at(),
                "who", entry.actor(),
                "did", entry.action(),
                "to", entry.subject(),
                "details", entry.details().isEmpty() ? null : entry.details());
    }
}
