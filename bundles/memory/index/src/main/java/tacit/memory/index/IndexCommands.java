package tacit.memory.index;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.recall.IndexStatus;
import tacit.api.recall.SearchIndex;

/** The shell command {@code tacit:index}: how the index stands, and what an operator can do with it. */
@Component(
        service = IndexCommands.class,
        property = {"osgi.command.scope=tacit", "osgi.command.function=index"})
public final class IndexCommands {

    private final SearchIndex index;

    @Activate
    public IndexCommands(@Reference SearchIndex index) {
        this.index = index;
    }

    /** Without a word, or with {@code status}, says how the index stands; {@code rebuild} and {@code purge} do what they say. */
    public String index(String... words) {
        String verb = words.length == 0 ? "status" : words[0];
        switch (verb) {
            case "status" -> {}
            case "rebuild" -> index.rebuild();
            case "purge" -> index.purge();
            default -> throw new IllegalArgumentException("index knows status, rebuild and purge, got '" + verb + "'");
        }
        return text(index.status());
    }

    private static String text(IndexStatus status) {
        return String.join(
                "\n",
                List.of(
                        "documents   " + status.documents(),
                        "waiting     " + status.waiting(),
                        "model       " + (status.model().isEmpty() ? "none loaded" : status.model()),
                        "bytes       " + status.bytes(),
                        "rebuilding  " + (status.rebuilding() ? "yes" : "no"),
                        "problem     " + (status.words().isEmpty() ? "none" : status.words())));
    }
}
