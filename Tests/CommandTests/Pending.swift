// The tests of the commands are on their way.
