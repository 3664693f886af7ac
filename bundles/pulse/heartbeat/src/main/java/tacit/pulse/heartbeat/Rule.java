package tacit.pulse.heartbeat;

/** One rule of the order. A pure function. */
interface Rule {

    Finding look(Look look);
}
