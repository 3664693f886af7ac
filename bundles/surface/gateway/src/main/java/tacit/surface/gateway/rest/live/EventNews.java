package tacit.surface.gateway.rest.live;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.event.Event;
import tacit.api.event.Events;
import tacit.api.store.Scope;
import tacit.surface.gateway.rest.reply.Json;

/** The news of the host for one listener. Confined to one thread. */
final class EventNews implements NewsSource {

    private static final int AT_ONCE = 200;

    private final Events events;
    private final Scope scope;
    private final Set<String> kinds;
    private final Place place;
    private long last;
    private boolean lost;

    /**
     * News after a place.
     *
     * @param kinds which; empty for all
     */
    EventNews(Events events, Scope scope, Set<String> kinds, Place place) {
        this.events = events;
        this.scope = scope;
        this.kinds = kinds;
        this.place = place;
    }

    @Override
    public Ringing follow(Runnable bell) {
        Events.Following following = events.follow(scope, event -> {
            if (wants(event)) {
                bell.run();
            }
        });
        // Before the listener is told that it is heard: what happens from now on is news
        last = place.after(events.latest());
        lost = place.isLost(events.oldest(), events.latest());
        return following::close;
    }

    private boolean wants(Event event) {
        return kinds.isEmpty() || kinds.contains(event.kind());
    }

    @Override
    public List<Item> next() {
        List<Item> items = new ArrayList<>();
        if (lost) {
            last = 0;
        }
        if (lost || last + 1 < events.oldest()) {
            items.add(gap());
            lost = false;
        }
        List<Event> news = events.after(scope, last, AT_ONCE);
        while (!news.isEmpty()) {
            news.stream().filter(this::wants).map(this::item).forEach(items::add);
            last = news.get(news.size() - 1).sequence();
            news = items.isEmpty() ? events.after(scope, last, AT_ONCE) : List.of();
        }
        return items;
    }

    /** Some news are not there any more; those from the oldest that is kept on follow. */
    private Item gap() {
        long oldest = events.oldest();
        last = Math.max(last, oldest - 1);
        return new Item(null, "gap", Json.text(Map.of("oldest", place.id(oldest))));
    }

    private Item item(Event event) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("kind", event.kind());
        data.put("subject", event.subject());
        data.put("workspaceId", event.shared() ? "" : event.scope().workspaceId());
        put(data, "userId", event.scope().userId());
        data.put("facts", new TreeMap<>(event.facts()));
        data.put("at", event.at().toString());
        data.values().removeIf(""::equals);
        return new Item(place.id(event.sequence()), event.kind(), Json.text(data));
    }

    private static void put(Map<String, Object> data, String name, @Nullable String value) {
        if (value != null) {
            data.put(name, value);
        }
    }
}
