package tacit.surface.proxy.trace;

import java.util.Set;

/**
 * What a prompt got of the memory. Immutable.
 *
 * @param state {@code injected}, or why not: {@code off}, {@code none}, {@code late}, {@code busy}, {@code failed},
 *     {@code absent} (nobody knows contexts here) or {@code no_place} (the request has none for it)
 * @param id names the context; empty unless it was injected
 * @param text as it was injected, with its marks; empty unless it was
 * @param memories the ids of those that it shows
 * @param tokens of it, as estimated
 * @param millis how long it took
 */
public record Given(String state, String id, String text, Set<String> memories, int tokens, long millis) {

    public Given {
        memories = Set.copyOf(memories);
    }

    /** Nothing, for this reason. */
    public static Given nothing(String state, long millis) {
        return new Given(state, "", "", Set.of(), 0, millis);
    }

    public boolean isInjected() {
        return state.equals("injected");
    }
}
