package tacit.panel.forms;

import java.util.List;

/** Rows of tables. */
public final class Rows {

    private Rows() {}

    /**
     * One page of rows that are all known.
     *
     * @param offset how many come before
     * @param size how many at most
     */
    public static <T> List<T> page(List<T> all, long offset, int size) {
        return all.stream().skip(offset).limit(size).toList();
    }
}
