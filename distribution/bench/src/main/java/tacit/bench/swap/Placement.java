package tacit.bench.swap;

import java.util.List;

/** Puts providers beside each other, each known by the number of its swap. */
interface Placement {

    /** Adds a provider; its service is there when this returns. */
    Placed place(int number) throws Exception;

    /** A provider that was added. */
    interface Placed {

        /** Takes it away; its service is gone when this returns. */
        void remove() throws Exception;

        ClassLoader loader();
    }

    /** The class loaders of these. */
    static List<ClassLoader> loaders(List<Placed> placed) {
        return placed.stream().map(Placed::loader).toList();
    }
}
