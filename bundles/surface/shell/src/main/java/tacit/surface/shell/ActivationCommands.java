package tacit.surface.shell;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.generation.ActivationPlan;
import tacit.api.generation.ActivationReport;
import tacit.api.generation.ActivationRequest;
import tacit.api.generation.Candidate;
import tacit.api.generation.DrillReport;
import tacit.api.generation.Generations;
import tacit.api.generation.Staging;
import tacit.api.generation.StepResult;

/** Commands that change the harness, or show what a change would do. */
@Component(
        service = ActivationCommands.class,
        property = {
            "osgi.command.scope=tacit",
            "osgi.command.function=stage",
            "osgi.command.function=discard",
            "osgi.command.function=activate",
            "osgi.command.function=rollback",
            "osgi.command.function=drill"
        })
public final class ActivationCommands {

    /** The session's variable with the folder that relative paths start from. */
    static final String DIRECTORY = "tacit.directory";

    private final Generations generations;
    private final Staging staging;

    @Activate
    public ActivationCommands(@Reference Generations generations, @Reference Staging staging) {
        this.generations = generations;
        this.staging = staging;
    }

    @Descriptor("verifies a bundle and shows it as candidate; without a file, lists the candidates")
    public void stage(
            CommandSession session,
            @Descriptor("as JSON") @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json,
            @Descriptor("the jar") String... file) {
        if (file.length > 1) {
            throw new IllegalArgumentException("stage takes one file at a time, got " + List.of(file));
        }
        Printer printer = new Printer(session);
        if (file.length == 0) {
            printer.print(Rows.of(staging.candidates(), ActivationCommands::row), json);
            return;
        }
        Candidate candidate = staging.stage(directory(session).resolve(file[0]), Words.OPERATOR);
        printer.print(details(candidate), json);
        if (candidate.state() == Candidate.State.REFUSED) {
            throw new IllegalStateException("Refused: " + String.join("; ", candidate.problems()));
        }
    }

    static Path directory(CommandSession session) {
        return session.get(DIRECTORY) instanceof Path directory ? directory : session.currentDir();
    }

    private static Map<String, @Nullable Object> row(Candidate candidate) {
        return Rows.row(
                "id", candidate.sha256().substring(0, 12),
                "bundle",
                        candidate.facts() == null
                                ? candidate.fileName()
                                : candidate.facts().symbolicName(),
                "version", candidate.facts() == null ? null : candidate.facts().version(),
                "state", candidate.state().name().toLowerCase(Locale.ROOT),
                "staged", candidate.stagedAt(),
                "by", candidate.stagedBy(),
                "problems", candidate.problems().isEmpty() ? null : String.join("; ", candidate.problems()));
    }

    private static Map<String, @Nullable Object> details(Candidate candidate) {
        Map<String, @Nullable Object> parts = row(candidate);
        parts.put("id", candidate.sha256());
        parts.put("file", candidate.fileName());
        parts.put(
                "roles",
                candidate.facts() == null ? null : candidate.facts().roles().keySet());
        parts.put("needs", candidate.needs().isEmpty() ? null : String.join("; ", candidate.needs()));
        return parts;
    }

    @Descriptor("forgets a candidate")
    public void discard(CommandSession session, @Descriptor("the candidate: hash, name or name@version") String word) {
        String sha256 = new Choice(staging.candidates(), generations.list()).hash(word);
        boolean gone = staging.discard(sha256, Words.OPERATOR);
        new Printer(session).line(gone ? "Discarded" : "Nothing discarded: it is no candidate");
    }

    @Descriptor(
            "makes bundles or settings decide: CANDIDATE (hash, name or name@version) or PID:KEY=VALUE, all or none")
    public void activate(
            CommandSession session,
            @Descriptor("only shows what would change")
                    @Parameter(names = "--dry-run", presentValue = "true", absentValue = "false")
                    boolean dryRun,
            @Descriptor("only this role of the bundles") @Parameter(names = "--role", absentValue = "") String role,
            @Descriptor("a role that shall go") @Parameter(names = "--remove", absentValue = "") String removed,
            @Descriptor("why") @Parameter(names = "--reason", absentValue = "asked for in the shell") String reason,
            @Descriptor("candidates and settings") String... words) {
        Choice choice = new Choice(staging.candidates(), generations.list());
        ActivationRequest request = choice.request(
                List.of(words), Words.optional(role), Words.optional(removed), generations.active(), reason);
        Printer printer = new Printer(session);
        if (dryRun) {
            print(printer, generations.plan(request));
        } else {
            print(printer, generations.activate(request));
        }
    }

    private static void print(Printer printer, ActivationPlan plan) {
        GenerationCommands.print(printer, plan.diff(), false);
        section(printer, "Packages", plan.packages());
        section(printer, "Services", plan.services());
        section(printer, "Affected", plan.affected());
        section(printer, "Problems", plan.problems());
        printer.line(plan.problems().isEmpty() ? "Nothing speaks against it" : "It would be refused");
    }

    private static void section(Printer printer, String title, List<String> lines) {
        if (!lines.isEmpty()) {
            printer.line(title);
            lines.forEach(line -> printer.line("  " + line));
        }
    }

    private static void print(Printer printer, ActivationReport report) {
        printer.print(Rows.of(report.steps(), ActivationCommands::row), false);
        Optional<StepResult> failure = report.failure();
        if (failure.isPresent()) {
            throw new IllegalStateException("Failed at " + words(failure.get()) + ": "
                    + failure.get().detail()
                    + "; generation " + report.active() + (report.active() == report.before() ? " stays" : " is")
                    + " active");
        }
        printer.line("Generation " + report.active() + " is active, before it " + report.before() + "; took "
                + millis(report.took()));
    }

    private static String words(StepResult step) {
        return step.step().name().toLowerCase(Locale.ROOT) + " of " + step.subject();
    }

    private static Map<String, @Nullable Object> row(StepResult step) {
        return Rows.row(
                "step", step.step().name().toLowerCase(Locale.ROOT),
                "of", step.subject(),
                "", step.passed() ? "ok" : "FAILED",
                "took", millis(step.took()),
                "detail", step.detail());
    }

    private static String millis(Duration time) {
        return String.format(Locale.ROOT, "%.1f ms", time.toNanos() / 1_000_000.0);
    }

    @Descriptor("brings an earlier generation back; without a number, the one before the present one")
    public void rollback(
            CommandSession session,
            @Descriptor("why") @Parameter(names = "--reason", absentValue = "asked for in the shell") String reason,
            @Descriptor("the generation") String... number) {
        if (number.length > 1) {
            throw new IllegalArgumentException("rollback takes one number at most, got " + List.of(number));
        }
        Optional<Long> wanted = number.length == 0 ? Optional.empty() : Optional.of(Words.number(number[0]));
        print(new Printer(session), generations.rollBack(wanted, Words.OPERATOR, reason));
    }

    @Descriptor("swaps every role to the same bytes and back under calls, and counts what was lost")
    public void drill(
            CommandSession session,
            @Descriptor("how often") @Parameter(names = "--swaps", absentValue = "20") int swaps,
            @Descriptor("as JSON") @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json) {
        DrillReport report = generations.drill(swaps, Words.OPERATOR);
        Map<String, @Nullable Object> parts = Rows.row(
                "swaps", report.swaps(),
                "calls", report.calls(),
                "failedCalls", report.failedCalls(),
                "swapP50", millis(report.swapP50()),
                "swapP99", millis(report.swapP99()),
                "worstCall", millis(report.worstCall()),
                "problems", report.problems().isEmpty() ? null : String.join("; ", report.problems()));
        new Printer(session).print(parts, json);
    }
}
