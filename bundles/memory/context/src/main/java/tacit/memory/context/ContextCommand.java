package tacit.memory.context;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import tacit.api.command.Command;
import tacit.api.command.Console;
import tacit.api.memory.AssembledContext;
import tacit.api.memory.ContextExplanation;
import tacit.api.memory.Contexts;
import tacit.api.memory.MemoryOutcomes;
import tacit.api.store.Scope;

/** Shows what an agent would be told before a task, and why. */
@Component(property = Command.NAME + "=context")
public final class ContextCommand implements Command {

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable MemoryOutcomes outcomes;

    private final Contexts contexts;
    private final Clock clock;

    @Activate
    public ContextCommand(@Reference Contexts contexts, @Reference Clock clock) {
        this.contexts = contexts;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "context";
    }

    @Override
    public String usage() {
        return "context --task TEXT [--explain] [--workspace W] [--user U] [--audience private|group|public]"
                + " [--channel C] [--budget TOKENS]    shows what an agent would be told before a task";
    }

    @Override
    public int run(List<String> arguments, Console console) {
        ContextOptions options = ContextOptions.read(arguments);
        AssembledContext context = contexts.context(options.request(clock.instant()), options.budget());
        console.out().println(context.text().isEmpty() ? "Nothing is remembered for this task" : context.text());
        if (options.explain()) {
            console.out().println();
            console.out()
                    .println(context.tokens() + " tokens of " + options.budget() + ", of which at most "
                            + context.explanation().budgets());
            context.explanation().lines().forEach(line -> console.out().println(text(line)));
            context.explanation().failures().forEach(failure -> console.out()
                    .println("missing  " + failure.source() + ": " + failure.reason()));
            outcomes(options, context).forEach(line -> console.out().println(line));
        }
        return OK;
    }

    private List<String> outcomes(ContextOptions options, AssembledContext context) {
        MemoryOutcomes known = outcomes;
        if (known == null) {
            return List.of();
        }
        Scope scope = new Scope(options.workspace(), options.audience().userId());
        return context.blocks().stream()
                .flatMap(block -> block.memoryIds().stream())
                .distinct()
                .flatMap(id -> known.of(scope, id).stream())
                .map(found -> (found.useless() ? "useless  " : "outcome  ") + found.memoryId() + ": " + found.words())
                .toList();
    }

    private static String text(ContextExplanation.Line line) {
        String parts = line.parts().entrySet().stream()
                .map(part -> part.getKey() + " " + number(part.getValue()))
                .collect(Collectors.joining(", ", " (", ")"));
        return (line.kept() ? "kept     " : "dropped  ")
                + line.layer() + "  " + number(line.score()) + "  " + line.source()
                + (line.key().isEmpty() ? "" : " " + line.key())
                + ": " + line.reason() + (line.parts().isEmpty() ? "" : parts);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
