package tacit.examples.records;

import org.jspecify.annotations.Nullable;

/**
 * One question, with the call that answers it; words in braces are {@link Term}s that the agent has to know or guess.
 *
 * @param id names the task in every run
 * @param family the mistake that it invites
 * @param question as the user asks it
 * @param tool the tool that answers it
 * @param call the argument of the tool
 * @param key the line of the file that holds the answer; null for a query
 */
record Task(
        String id,
        String family,
        String question,
        String tool,
        String call,
        @Nullable String key) {

    Task {
        if (id.isBlank() || call.isBlank()) {
            throw new IllegalArgumentException("id and call must not be blank, got '" + id + "', '" + call + "'");
        }
    }
}
