package tacit.memory.index;

import java.time.Instant;
import java.util.Objects;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.Audience;
import tacit.api.memory.Visibility;
import tacit.api.recall.SearchQuery;

/** What a query may see at all: the workspace, the user and the audience are part of each search, never of its callers. */
final class Sight {

    private Sight() {}

    /** Everything that may be found. */
    static Query pieces(SearchQuery query) {
        BooleanQuery.Builder all = new BooleanQuery.Builder().add(audience(query), Occur.FILTER);
        Query narrower = narrower(query);
        return narrower == null ? all.build() : all.add(narrower, Occur.FILTER).build();
    }

    /** The types, the time and the group that are wanted; null where all are. */
    static @Nullable Query narrower(SearchQuery query) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        if (!query.types().isEmpty()) {
            all.add(
                    new TermInSetQuery(
                            Fields.TYPE,
                            query.types().stream().map(BytesRef::new).toList()),
                    Occur.FILTER);
        }
        if (query.from() != null || query.until() != null) {
            all.add(
                    LongPoint.newRangeQuery(
                            Fields.AT,
                            millis(query.from(), Long.MIN_VALUE),
                            millis(query.until(), Long.MAX_VALUE) - (query.until() == null ? 0 : 1)),
                    Occur.FILTER);
        }
        if (query.group() != null) {
            all.add(circles(query, query.group()), Occur.FILTER);
        }
        Query narrower = all.build();
        return narrower.equals(new BooleanQuery.Builder().build()) ? null : narrower;
    }

    private static long millis(@Nullable Instant time, long absent) {
        return time == null ? absent : millis(time);
    }

    /** A time as it is compared; one beyond what the field holds is the first or the last that has others before it. */
    static long millis(Instant time) {
        try {
            return time.toEpochMilli();
        } catch (ArithmeticException beyond) {
            return time.isBefore(Instant.EPOCH) ? Long.MIN_VALUE + 1 : Long.MAX_VALUE;
        }
    }

    private static Query circles(SearchQuery query, String group) {
        return new org.apache.lucene.search.PrefixQuery(
                new Term(Fields.CIRCLE, query.scope().workspaceId() + '\n' + group + '\n'));
    }

    /** What the audience may see of the workspace, whatever is looked for. */
    static Query audience(SearchQuery query) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        all.add(here(query), Occur.FILTER);
        all.add(term(Fields.KIND, Fields.PIECE), Occur.FILTER);
        query.scope().user().ifPresent(user -> all.add(either(Fields.NOBODY, Fields.user(user)), Occur.FILTER));
        BooleanQuery.Builder shown = new BooleanQuery.Builder();
        for (Visibility visibility : Visibility.values()) {
            if (query.audience().maySee(visibility)) {
                shown.add(shown(visibility, query), Occur.SHOULD);
            }
        }
        return all.add(shown.build(), Occur.FILTER).build();
    }

    /** What is of the workspace, and what holds everywhere. */
    private static Query here(SearchQuery query) {
        return new BooleanQuery.Builder()
                .add(term(Fields.WORKSPACE, query.scope().workspaceId()), Occur.SHOULD)
                .add(term(Fields.EVERYWHERE, Fields.YES), Occur.SHOULD)
                .build();
    }

    private static Query shown(Visibility visibility, SearchQuery query) {
        Query visible = term(Fields.VISIBILITY, visibility.name());
        if (visibility != Visibility.PRIVATE) {
            return visible;
        }
        Audience audience = query.audience();
        String asker = Objects.requireNonNullElse(
                audience.userId(), Objects.requireNonNullElse(query.scope().userId(), ""));
        Query own = asker.isEmpty() ? term(Fields.USER, Fields.NOBODY) : either(Fields.NOBODY, Fields.user(asker));
        return new BooleanQuery.Builder()
                .add(visible, Occur.FILTER)
                .add(own, Occur.FILTER)
                .build();
    }

    private static Query either(String one, String other) {
        return new BooleanQuery.Builder()
                .add(term(Fields.USER, one), Occur.SHOULD)
                .add(term(Fields.USER, other), Occur.SHOULD)
                .build();
    }

    private static Query term(String field, String value) {
        return new TermQuery(new Term(field, value));
    }
}
