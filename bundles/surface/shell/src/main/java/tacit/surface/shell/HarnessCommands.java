package tacit.surface.shell;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.harness.Decision;
import tacit.api.harness.DecisionLog;
import tacit.api.harness.Harness;
import tacit.api.harness.RoleStatus;
import tacit.api.trust.BundleTrust;

/** Commands that show who decides now, and what was decided. */
@Component(
        service = HarnessCommands.class,
        property = {
            "osgi.command.scope=tacit",
            "osgi.command.function=roles",
            "osgi.command.function=trust",
            "osgi.command.function=decisions",
            "osgi.command.function=decision"
        })
public final class HarnessCommands {

    private final Harness harness;
    private final BundleTrust trust;
    private final DecisionLog decisions;

    @Activate
    public HarnessCommands(@Reference Harness harness, @Reference BundleTrust trust, @Reference DecisionLog decisions) {
        this.harness = harness;
        this.trust = trust;
        this.decisions = decisions;
    }

    @Descriptor("lists the roles: the active bundle, calls in flight, calls, errors, p99 of sampled calls")
    public void roles(
            CommandSession session,
            @Descriptor("as JSON") @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json) {
        Printer printer = new Printer(session);
        printer.print(Rows.of(harness.roles(), role -> row(role, json ? role.role() : shown(role))), json);
        if (!json) {
            harness.alarms().forEach(alarm -> printer.line("Alarm: " + alarm));
        }
    }

    /** The role of a bundle that only contributes repeats its name, for which a terminal has no room twice. */
    static String shown(RoleStatus role) {
        String bundle = role.symbolicName();
        return bundle != null && role.role().equals("extension/" + bundle) ? "extension/…" : role.role();
    }

    private static Map<String, @Nullable Object> row(RoleStatus role, String name) {
        return Rows.row(
                "role", name,
                "bundle", role.symbolicName() == null ? "none" : role.symbolicName(),
                "version", role.version(),
                "slot", role.slot(),
                "leases", role.leases(),
                "calls", role.calls(),
                "errors", role.errors(),
                "p99", micros(role.p99()));
    }

    static @Nullable String micros(@Nullable Duration time) {
        return time == null ? null : String.format(Locale.ROOT, "%.1f us", time.toNanos() / 1000.0);
    }

    @Descriptor("shows which bundles may run here, and why")
    public void trust(CommandSession session) {
        session.getConsole().println(trust.policy());
    }

    @Descriptor("lists recorded decisions of a role, or of all, the newest first")
    public void decisions(
            CommandSession session,
            @Descriptor("rows to show") @Parameter(names = "--limit", absentValue = "20") int limit,
            @Descriptor("rows to skip") @Parameter(names = "--offset", absentValue = "0") long offset,
            @Descriptor("as JSON") @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json,
            @Descriptor("the role; none for all") String... role) {
        if (role.length > 1) {
            throw new IllegalArgumentException("decisions takes one role at most, got " + List.of(role));
        }
        String name = role.length == 0 ? "" : role[0];
        Printer printer = new Printer(session);
        printer.print(Rows.of(decisions.list(name, Words.page(offset, limit)), HarnessCommands::row), json);
        long lost = harness.unrecorded() + decisions.dropped();
        if (!json && lost > 0) {
            printer.line(lost + " decisions were not kept since the host started: too many at once, or too large");
        }
    }

    private static Map<String, @Nullable Object> row(Decision decision) {
        return Rows.row(
                "id", decision.id(),
                "at", decision.situation().clock(),
                "role", decision.situation().role(),
                "method", decision.situation().method(),
                "generation", decision.generation(),
                "bundle", decision.providerSha256().substring(0, 12),
                "took", micros(decision.took()),
                "output", decision.output());
    }

    @Descriptor("shows one decision whole: what was asked, what was answered, what was asked inside")
    public void decision(
            CommandSession session,
            @Descriptor("as JSON") @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json,
            @Descriptor("the id") String id) {
        Decision decision =
                decisions.find(id).orElseThrow(() -> new IllegalArgumentException("There is no decision '" + id + "'"));
        Map<String, @Nullable Object> parts = row(decision);
        parts.put("bundle", decision.providerSha256());
        parts.put("seed", decision.situation().seed());
        parts.put("redactions", decision.redactions());
        parts.put("inputs", decision.situation().inputs());
        parts.put(
                "inner",
                decision.situation().inner().stream()
                        .map(call -> call.target() + "." + call.method() + call.inputs() + " = " + call.output())
                        .toList());
        new Printer(session).print(parts, json);
    }
}
