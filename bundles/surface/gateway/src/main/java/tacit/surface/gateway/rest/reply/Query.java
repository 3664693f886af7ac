package tacit.surface.gateway.rest.reply;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.store.PageRequest;

/** Reads filters and paging out of an address; a parameter that nothing reads is refused. */
public final class Query {

    private static final int DEFAULT_LIMIT = 50;

    private final Call call;

    private Query(Call call) {
        this.call = call;
    }

    /** Of a call that knows these filters and paging. */
    public static Query paged(Call call, String... filters) {
        Set<String> known = new TreeSet<>(Set.of(filters));
        known.add("limit");
        known.add("offset");
        return checked(call, known);
    }

    /** Of a call that knows these filters and no paging. */
    public static Query known(Call call, String... filters) {
        return checked(call, new TreeSet<>(Set.of(filters)));
    }

    /** Of a call that knows no parameters. */
    public static Query none(Call call) {
        return checked(call, Set.of());
    }

    private static Query checked(Call call, Set<String> known) {
        if (!known.containsAll(call.query().keySet())) {
            throw new HttpProblem(
                    400,
                    known.isEmpty()
                            ? "This resource takes no parameters"
                            : "Known parameters are " + String.join(", ", known) + ", there is another one");
        }
        return new Query(call);
    }

    public PageRequest page() {
        long offset = whole("offset", 0, 0, Long.MAX_VALUE);
        return new PageRequest(offset, (int) whole("limit", DEFAULT_LIMIT, 1, PageRequest.MAX_LIMIT));
    }

    @Nullable
    public String text(String name) {
        return call.parameter(name).filter(value -> !value.isBlank()).orElse(null);
    }

    public <E extends Enum<E>> @Nullable E choice(String name, Class<E> type) {
        String value = text(name);
        try {
            return value == null ? null : Fields.choice(name, value, type);
        } catch (IllegalArgumentException e) {
            throw problem(e);
        }
    }

    /** Those that are named, with commas between them; none where nothing is. */
    public <E extends Enum<E>> List<E> choices(String name, Class<E> type) {
        String value = text(name);
        try {
            return value == null
                    ? List.of()
                    : Arrays.stream(value.split(",", -1))
                            .map(word -> Fields.choice(name, word.strip(), type))
                            .toList();
        } catch (IllegalArgumentException e) {
            throw problem(e);
        }
    }

    public boolean truth(String name, boolean fallback) {
        String value = text(name);
        if (value != null && !Set.of("true", "false").contains(value)) {
            throw new HttpProblem(400, name + " must be true or false");
        }
        return value == null ? fallback : Boolean.parseBoolean(value);
    }

    @Nullable
    public Instant time(String name) {
        String value = text(name);
        try {
            return value == null ? null : Instant.parse(value);
        } catch (DateTimeException e) {
            throw new HttpProblem(400, name + " must be a time such as 2026-01-31T12:00:00Z");
        }
    }

    /** The same reason as an answer. */
    public static HttpProblem problem(IllegalArgumentException cause) {
        String reason = cause.getMessage();
        return new HttpProblem(400, reason == null ? "The request is not valid" : reason);
    }

    public long whole(String name, long fallback, long min, long max) {
        String value = text(name);
        if (value == null) {
            return fallback;
        }
        try {
            long number = Long.parseLong(value);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new HttpProblem(400, name + " must be a whole number");
        }
        throw new HttpProblem(400, name + " must be in [" + min + ", " + max + "]");
    }
}
