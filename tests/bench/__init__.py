"""What `make bench` checks beyond the table: floors of accuracy on stored pages. No part of `make test`."""
