package tacit.pulse.offers;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.reflect.Suggestion;
import tacit.api.reflect.Suggestion.Response;
import tacit.api.reflect.SuggestionListener;
import tacit.api.reflect.SuggestionSituation;

/** Tells those who listen what people said; one that breaks costs nobody anything. Thread-safe. */
final class Listening {

    private static final Logger log = LoggerFactory.getLogger(Listening.class);

    private final List<SuggestionListener> listeners = new CopyOnWriteArrayList<>();

    void add(SuggestionListener listener) {
        listeners.add(listener);
    }

    void remove(SuggestionListener listener) {
        listeners.remove(listener);
    }

    /** The question is put together only where somebody listens. */
    void tell(Suggestion suggestion, Response response, Supplier<SuggestionSituation> asked) {
        if (listeners.isEmpty()) {
            return;
        }
        try {
            SuggestionSituation question = asked.get();
            listeners.forEach(listener -> tell(listener, suggestion, response, question));
        } catch (RuntimeException e) {
            log.error("Cannot tell what was asked about suggestion '{}'", suggestion.id(), e);
        }
    }

    private static void tell(
            SuggestionListener listener, Suggestion suggestion, Response response, SuggestionSituation asked) {
        try {
            listener.answered(suggestion, response, asked);
        } catch (RuntimeException e) {
            log.error("Cannot tell a listener what was said to suggestion '{}'", suggestion.id(), e);
        }
    }
}
