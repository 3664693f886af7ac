package tacit.surface.shell;

import java.util.ArrayList;
import java.util.HashMap;
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
import tacit.api.generation.Artifact;
import tacit.api.generation.Generation;
import tacit.api.generation.GenerationDiff;
import tacit.api.generation.Generations;
import tacit.api.generation.LedgerEntry;

/** Commands that show which version of each role decides, and since when. */
@Component(
        service = GenerationCommands.class,
        property = {
            "osgi.command.scope=tacit",
            "osgi.command.function=generations",
            "osgi.command.function=generation",
            "osgi.command.function=diff"
        })
public final class GenerationCommands {

    private final Generations generations;

    @Activate
    public GenerationCommands(@Reference Generations generations) {
        this.generations = generations;
    }

    @Descriptor("lists the generations of the harness, the newest first; * is active")
    public void generations(
            CommandSession session,
            @Descriptor("as JSON") @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json) {
        Map<Long, LedgerEntry> latest = new HashMap<>();
        generations.history().forEach(entry -> latest.put(entry.generation().number(), entry));
        Optional<Generation> active = generations.active();
        List<Generation> newestFirst = generations.list().stream()
                .sorted((one, two) -> Long.compare(two.number(), one.number()))
                .toList();
        Rows rows = Rows.of(newestFirst, generation -> row(generation, active, latest.get(generation.number())));
        new Printer(session).print(rows, json);
        if (active.isEmpty() && !json) {
            new Printer(session).line("No generation is active");
        }
    }

    private static Map<String, @Nullable Object> row(
            Generation generation, Optional<Generation> active, @Nullable LedgerEntry latest) {
        boolean now = active.map(other -> other.number() == generation.number()).orElse(false);
        return Rows.row(
                "active", now ? "*" : "",
                "generation", generation.number(),
                "parent", generation.parent(),
                "roles", generation.roles().size(),
                "created", generation.createdAt(),
                "by", generation.createdBy(),
                "act", latest == null ? null : words(latest.act()),
                "reason", latest == null ? generation.reason() : latest.reason());
    }

    private static String words(LedgerEntry.Act act) {
        return act.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    @Descriptor("shows one generation: its bundles and its settings")
    public void generation(
            CommandSession session,
            @Descriptor("as JSON") @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json,
            @Descriptor("the number") long number) {
        Generation generation = generations.list().stream()
                .filter(other -> other.number() == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no generation " + number));
        Map<String, @Nullable Object> parts = Rows.row(
                "generation", number,
                "parent", generation.parent(),
                "created", generation.createdAt(),
                "by", generation.createdBy(),
                "reason", generation.reason(),
                "experiment", generation.experimentId());
        generation.roles().forEach((role, artifact) -> parts.put(role, json ? artifact.sha256() : artifact.toString()));
        generation
                .configurations()
                .forEach((pid, settings) -> settings.forEach((key, value) -> parts.put(pid + ":" + key, value)));
        new Printer(session).print(parts, json);
    }

    @Descriptor("shows what differs from one generation to another")
    public void diff(
            CommandSession session,
            @Descriptor("as JSON") @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json,
            @Descriptor("the one") long from,
            @Descriptor("the other") long to) {
        print(new Printer(session), generations.diff(from, to), json);
    }

    static void print(Printer printer, GenerationDiff diff, boolean json) {
        List<Map<String, @Nullable Object>> rows = rows(diff);
        if (rows.isEmpty() && !json) {
            printer.line("Nothing differs");
        } else {
            printer.print(new Rows(rows, 0, rows.size()), json);
        }
    }

    private static List<Map<String, @Nullable Object>> rows(GenerationDiff diff) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        diff.roles().forEach(role -> rows.add(row(role.role(), text(role.before()), text(role.after()))));
        diff.settings()
                .forEach(setting ->
                        rows.add(row(setting.pid() + ":" + setting.key(), setting.before(), setting.after())));
        return rows;
    }

    private static Map<String, @Nullable Object> row(String what, @Nullable String before, @Nullable String after) {
        return Rows.row("what", what, "before", before, "after", after);
    }

    private static @Nullable String text(@Nullable Artifact artifact) {
        return artifact == null ? null : artifact.toString();
    }
}
