package tacit.api.channel;

import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is to be transmitted, as a description. Immutable.
 *
 * @param id the same however often it is sent; the host puts it where the channel's signing has it, or into the mail's id
 * @param to where to: an address to post to, which must be the one that the operator configured, or that of a mail
 * @param headers of the request or the mail; those of signatures and senders are the host's
 * @param body the text of it
 */
public record Transmission(String id, String to, SortedMap<String, String> headers, String body) {

    public Transmission {
        if (id.isBlank()) {
            throw new IllegalArgumentException("id must not be blank");
        }
        if (to.isBlank()) {
            throw new IllegalArgumentException("to must not be blank");
        }
        headers = Collections.unmodifiableSortedMap(new TreeMap<>(headers));
        headers.forEach((name, value) -> {
            if ((name + value).chars().anyMatch(c -> c < ' ')) {
                throw new IllegalArgumentException("headers must be on one line each, got one that is not");
            }
        });
        Objects.requireNonNull(body, "body");
    }
}
