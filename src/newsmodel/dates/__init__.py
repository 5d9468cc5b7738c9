"""Reading and writing dates as news texts print them."""
