package tacit.memory.recall;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.command.Command;
import tacit.api.command.Console;
import tacit.api.recall.RankedHit.Reason;
import tacit.api.recall.Recall;
import tacit.api.recall.RecallAnswer;
import tacit.api.recall.RecallHit;
import tacit.api.recall.RetryAdvice;

/** Shows what is recalled for some words, and why. */
@Component(property = Command.NAME + "=recall")
public final class RecallCommand implements Command {

    private final Recall recall;
    private final RetryAdvice advice;
    private final Clock clock;

    @Activate
    public RecallCommand(@Reference Recall recall, @Reference RetryAdvice advice, @Reference Clock clock) {
        this.recall = recall;
        this.advice = advice;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "recall";
    }

    @Override
    public String usage() {
        return "recall TEXT [--explain] [--workspace W] [--user U] [--audience private|group|public] [--types T,T]"
                + " [--limit N]    shows what is recalled for some words; or what an agent is told that tries again: recall"
                + " --retry TASK [--run ID] [--attempt N] [--attempts N] [--retries N] [--reason TEXT] [--recovery KIND]"
                + " [--pending TEXT] [--executing] [--workspace W] [--user U] [--audience private|group|public]";
    }

    @Override
    public int run(List<String> arguments, Console console) {
        if (arguments.contains(RetryOptions.RETRY)) {
            return retry(RetryOptions.read(arguments, clock.instant()), console);
        }
        RecallOptions options = RecallOptions.read(arguments);
        RecallAnswer answer = recall.recall(options.request());
        if (answer.hits().isEmpty()) {
            console.out().println("Nothing is recalled for these words");
        }
        for (RecallHit hit : answer.hits()) {
            console.out().println(line(hit));
            if (options.explain()) {
                explain(hit, console);
            }
        }
        answer.failures()
                .forEach(failure -> console.out().println("missing  " + failure.part() + ": " + failure.reason()));
        if (options.explain()) {
            console.out().println(answer.vectors() ? "Words and meanings were compared" : "Words alone were compared");
        }
        return OK;
    }

    private int retry(RetryOptions options, Console console) {
        String text = advice.advice(options.request(), options.attempt());
        console.out().println(text.isEmpty() ? "There is nothing to recover from" : text);
        return OK;
    }

    private static String line(RecallHit hit) {
        String title = hit.title().isEmpty() ? "" : hit.title() + ": ";
        return number(hit.rank()) + "  " + hit.at() + "  " + hit.label() + "  " + title + hit.snippet();
    }

    private static void explain(RecallHit hit, Console console) {
        console.out()
                .println("        " + hit.id() + " (" + hit.lane().name().toLowerCase(Locale.ROOT) + "): relevance "
                        + number(hit.relevance()) + ", recency " + number(hit.recency()));
        for (Reason reason : hit.reasons()) {
            console.out()
                    .println("        " + reason.feature() + " " + number(reason.value()) + " adds "
                            + number(reason.share()));
        }
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
