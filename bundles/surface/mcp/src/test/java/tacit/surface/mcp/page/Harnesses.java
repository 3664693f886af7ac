package tacit.surface.mcp.page;

import tacit.api.generation.Generations;

/** Pages of the harness over generations of a test. */
public final class Harnesses {

    private Harnesses() {}

    public static BundlePages pages(Generations generations) {
        BundlePages pages = new BundlePages();
        pages.generations = generations;
        return pages;
    }
}
