package tacit.memory.record;

/** Tells those who keep copies what changed. Thread-safe. */
interface Courier {

    /** Tells nobody. */
    Courier NONE = new Courier() {

        @Override
        public void wake() {}

        @Override
        public void deliverAll() {}
    };

    /** Something changed: they are told soon. */
    void wake();

    /**
     * Returns after everybody was told everything.
     *
     * @throws IllegalStateException when somebody could not be told; they are told again later
     */
    void deliverAll();
}
