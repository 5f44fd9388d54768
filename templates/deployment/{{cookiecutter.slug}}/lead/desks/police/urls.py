"""The addresses of the police liaison's desk."""

from django.urls import path

from . import views

urlpatterns = [path("", views.referrals, name="list"), path("<int:number>/", views.referral, name="referral")]
