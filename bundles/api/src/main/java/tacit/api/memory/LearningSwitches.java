package tacit.api.memory;

/**
 * What may be learnt at all. Immutable.
 *
 * @param enabled whether anything is learnt: the master switch
 * @param explicit what users ask to remember, and their judgement
 * @param implicit what users say besides, and what runs show
 * @param shared what was said where others read along
 */
public record LearningSwitches(boolean enabled, boolean explicit, boolean implicit, boolean shared) {

    /** Everything but what others read along. */
    public static final LearningSwitches USUAL = new LearningSwitches(true, true, true, false);

    /** Nothing. */
    public static final LearningSwitches OFF = new LearningSwitches(false, false, false, false);
}
