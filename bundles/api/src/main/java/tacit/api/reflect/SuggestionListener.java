package tacit.api.reflect;

import org.osgi.annotation.versioning.ConsumerType;

/** Hears what people said to suggestions. */
@ConsumerType
public interface SuggestionListener {

    /**
     * Called after the answer is durable, on the thread of the one who gave it; what it throws is logged and undoes nothing. A
     * host that stops in between calls nobody.
     *
     * @param suggestion as it is now
     * @param response what was said
     * @param asked what the policy would be asked about it when it was offered: nothing of what was said later is in it
     */
    void answered(Suggestion suggestion, Suggestion.Response response, SuggestionSituation asked);
}
