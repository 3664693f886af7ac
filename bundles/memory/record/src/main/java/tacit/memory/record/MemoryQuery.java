package tacit.memory.record;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryStep;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.api.store.Session;

/** Lists memories: the groups that match first, then the newest of each, merged. Confined to one transaction. */
final class MemoryQuery {

    private static final int TEXTS_AT_ONCE = 500;

    /** As many memories at most have a rare attribute. */
    private static final int RARE = 64;

    private final Session session;
    private final MemoryFilter filter;
    private final List<Groups.Counted> groups;
    private final Map<String, Boolean> rarities = new HashMap<>();

    MemoryQuery(Session session, Scope scope, MemoryFilter filter) {
        this.session = session;
        this.filter = filter;
        groups = new Groups(session)
                .visible(scope).stream()
                        .filter(counted -> matches(counted.group()))
                        .toList();
    }

    private boolean matches(Group group) {
        return (filter.layer() == null || filter.layer().equals(group.layer()))
                && (filter.kinds().isEmpty() || filter.kinds().contains(group.kind()))
                && (filter.scope() == null || filter.scope().equals(group.scope()))
                && (filter.state() == null || filter.state() == group.state())
                && (filter.visibilities().isEmpty() || filter.visibilities().contains(group.visibility()));
    }

    /** What is behind a place; null for the first ones. */
    MemoryStep step(@Nullable String from, int most) {
        int looked = PageRequest.first(most).limit();
        List<Place> places = newest(looked, from == null ? null : Place.of(from));
        List<Long> numbers = places.stream().map(Place::number).toList();
        List<Long> wanted =
                filter.text() == null || filter.text().isEmpty() ? numbers : holding(filter.text(), numbers);
        String next = places.size() < looked ? null : places.get(looked - 1).word();
        return new MemoryStep(new MemoryTables(session).numbered(wanted), next);
    }

    Page<MemoryRecord> page(PageRequest page) {
        if (filter.text() != null && !filter.text().isEmpty()) {
            return readingTexts(filter.text(), page);
        }
        if (page.offset() == 0 && inGroups() <= page.limit()) {
            return whole();
        }
        List<Long> numbers = newest(page.offset() + page.limit(), null).stream()
                .skip(page.offset())
                .map(Place::number)
                .toList();
        return new Page<>(new MemoryTables(session).numbered(numbers), page.offset(), total());
    }

    /** Everything fits into the page, so no row is read twice. */
    private Page<MemoryRecord> whole() {
        List<MemoryRecord> all = parts(StoredMemory.SELECTED, StoredMemory.WITH_TEXTS, null).stream()
                .flatMap(part -> session.select(part.sql(), StoredMemory::of, part.parameters()).stream())
                .sorted(Comparator.comparing(
                        memory -> new Place(memory.number(), memory.memory().createdAt()), Place.NEWEST_FIRST))
                .map(StoredMemory::memory)
                .toList();
        return new Page<>(all, 0, all.size());
    }

    private long inGroups() {
        return groups.stream().mapToLong(Groups.Counted::memories).sum();
    }

    private Page<MemoryRecord> readingTexts(String words, PageRequest page) {
        List<Long> all =
                newest(Long.MAX_VALUE, null).stream().map(Place::number).toList();
        List<Long> hits = holding(words, all);
        List<Long> wantedHits =
                hits.stream().skip(page.offset()).limit(page.limit()).toList();
        return new Page<>(new MemoryTables(session).numbered(wantedHits), page.offset(), hits.size());
    }

    /** Both engines would fold letters in ways of their own, so texts are compared here. */
    private List<Long> holding(String words, List<Long> numbers) {
        String wanted = words.toLowerCase(Locale.ROOT);
        List<Long> hits = new ArrayList<>();
        for (int from = 0; from < numbers.size(); from += TEXTS_AT_ONCE) {
            List<Long> some = numbers.subList(from, Math.min(numbers.size(), from + TEXTS_AT_ONCE));
            hits.addAll(new MemoryTexts(session).containing(wanted, some));
        }
        return hits;
    }

    private long total() {
        if (filter.attributes().isEmpty() && filter.from() == null && filter.until() == null) {
            return inGroups();
        }
        return parts("COUNT(*) AS n", "", null).stream()
                .mapToLong(part -> session.selectOne(part.sql(), row -> row.number("n"), part.parameters())
                        .orElse(0L))
                .sum();
    }

    private List<Place> newest(long most, @Nullable Place behind) {
        List<Place> places = new ArrayList<>();
        for (Part part : parts("m.memory_no, m.created_at", "", behind)) {
            boolean all = most == Long.MAX_VALUE;
            places.addAll(session.select(
                    part.sql() + part.order() + (all ? "" : " LIMIT " + most),
                    row -> new Place(row.number("memory_no"), row.time("created_at")),
                    part.parameters()));
        }
        return places.stream().sorted(Place.NEWEST_FIRST).limit(most).toList();
    }

    /** One question per group, each answered by an index in its order, for columns of memories and of what is joined to them. */
    private List<Part> parts(String columns, String joined, @Nullable Place behind) {
        List<Part> parts = new ArrayList<>();
        for (Groups.Counted counted : groups) {
            parts.add(part(columns, joined, counted).behind(behind));
        }
        return parts;
    }

    private Part part(String columns, String joined, Groups.Counted counted) {
        List<String> digests = digests(counted.group());
        Optional<String> rare = digests.stream().filter(this::isRare).findFirst();
        // HSQLDB begins with the first table that is named
        String from = rare.isPresent()
                ? " FROM memory_attributes r JOIN memories m ON m.memory_no = r.memory_no"
                : " FROM memories m";
        Part part = new Part("SELECT " + columns + from + joined)
                .where("r.attribute_digest = ?", rare.orElse(null))
                .where("m.group_no = ?", counted.number());
        for (String digest : digests) {
            if (!rare.equals(Optional.of(digest))) {
                part.where(
                        "m.memory_no IN (SELECT a.memory_no FROM memory_attributes a WHERE a.attribute_digest = ?)",
                        digest);
            }
        }
        return part.where("m.created_at >= ?", filter.from()).where("m.created_at < ?", filter.until());
    }

    private List<String> digests(Group group) {
        return filter.attributes().entrySet().stream()
                .map(attribute -> Digests.attribute(
                        group.workspaceId(), group.scope().reach(), attribute.getKey(), attribute.getValue()))
                .toList();
    }

    /** Memories with a rare attribute are found by it; where many have it, those of a group are looked through instead. */
    private boolean isRare(String digest) {
        return rarities.computeIfAbsent(
                digest,
                key -> session.select(
                                        "SELECT a.memory_no FROM memory_attributes a WHERE a.attribute_digest = ? LIMIT "
                                                + (RARE + 1),
                                        row -> row.number("memory_no"),
                                        key)
                                .size()
                        <= RARE);
    }

    /** A question that grows. Confined to one thread. */
    private static final class Part {

        private final StringBuilder sql;
        private final List<@Nullable Object> parameters = new ArrayList<>();

        Part(String begin) {
            sql = new StringBuilder(begin);
        }

        Part where(String condition, @Nullable Object value) {
            if (value != null) {
                sql.append(parameters.isEmpty() ? " WHERE " : " AND ").append(condition);
                parameters.add(value);
            }
            return this;
        }

        // Only the first of the two conditions is one that an index answers
        Part behind(@Nullable Place place) {
            if (place != null) {
                where("m.created_at <= ?", place.createdAt());
                where("(m.created_at < ? OR m.memory_no < ?)", place.createdAt());
                parameters.add(place.number());
            }
            return this;
        }

        String sql() {
            return sql.toString();
        }

        String order() {
            return " ORDER BY m.group_no DESC, m.created_at DESC, m.memory_no DESC";
        }

        @Nullable
        Object[] parameters() {
            return parameters.toArray();
        }
    }
}
