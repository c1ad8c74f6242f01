"""Whether the addresses of other sites still answer: the only room that asks the network, and only when it is told to."""
