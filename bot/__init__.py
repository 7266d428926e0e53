"""The running program: settings, wiring, Telegram in and out, ticks, command line."""
